internal import PluginAPI

/// A comment, what it answers, and what answers it first: as much of it as may still be shown.
struct Neighbourhood {
    private(set) var comment: Comment?
    private(set) var answered: Comment?
    private(set) var answer: Comment?
    /// Why the comment is not here: `which was deleted since`.
    private(set) var reasonForAbsence = "which is no longer here"

    init(of label: CommentLabel, in thread: CommentThread, banned: Set<UserID>) {
        func canBeShown(_ comment: Comment) -> Bool { !comment.isRemoved && !comment.isSaid(byAnyOf: banned) }
        guard let found = thread[label] else { return }
        guard canBeShown(found) else {
            reasonForAbsence =
                found.isRemoved ? "which was deleted since" : "whose author was banned since"
            return
        }
        comment = found
        answered = found.parent.flatMap { thread[$0] }.flatMap { canBeShown($0) ? $0 : nil }
        answer = thread.replies(to: label).first(where: canBeShown)
    }
}
