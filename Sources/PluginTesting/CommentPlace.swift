internal import PluginAPI

/// Where a comment belongs: below another or on a passage, and in any case under a revision of a statement.
struct CommentPlace {
    var parent: CommentLabel?
    var passage: PassageReference?
    /// The number of the statement.
    let statement: Int
    let revision: Int
}
