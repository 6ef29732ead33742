internal import PluginAPI

/// A reaction that an archive keeps, and the comment that it answers.
struct KeptReaction {
    let reaction: CommentReaction
    let label: CommentLabel
}
