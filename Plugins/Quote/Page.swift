internal import PluginAPI

/// A statement and the comments on it, and how they are shown. Each subject is an extension.
struct Page {
    let statement: Statement
    let thread: CommentThread
    /// What commands begin with.
    let prefix: String

    /// What a person would type, as code.
    func typed(_ command: String) -> String { "`\(prefix)\(command)`" }

    /// An example from this very statement, as code; without a hole's filling, the command alone.
    func example(_ command: String, or other: String) -> String {
        typed(
            ExampleFiller(statement: statement, comment: thread.comments.first { !$0.isRemoved }).fill(
                command
            ) ?? other
        )
    }

    /// Comments that still have their words, from one place or both.
    func count(of origin: Comment.Origin) -> Int {
        thread.comments.count { $0.origin == origin && !$0.isRemoved }
    }
}

extension Int {
    /// `1 comment`, `2 comments`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
