internal import PluginAPI

/// A statement, what is said about it, and how both are shown. Each subject is an extension.
///
/// Comments are looked up as they are needed: only ``tree(under:)`` reads all of them.
struct Page {
    let statement: Statement
    /// Which of its texts that is, where somebody asked for one; nil for the latest.
    let edition: Edition?
    let context: PluginContext

    var discussion: any DiscussionWindow { context.discussion }

    /// What a person would type, as code.
    func typed(_ command: String) -> String { context.typed(command) }

    /// An example from this very statement, as code; without a hole's filling, the command alone.
    func example(_ command: String, or other: String) -> String {
        typed(ExampleFiller(statement: statement, comment: nil).fill(command) ?? other)
    }

    /// The title of the statement that a comment is about, where that is another than this one.
    func otherTitle(for comment: Comment) async throws -> String? {
        // A label of a page always means the page of this statement.
        guard comment.origin == .chat, let number = comment.statement else { return nil }
        return try await discussion.statements().first { $0.number == number && !$0.isFollowed }?.title
    }

    /// `5 comments on the page, 2 said in chat`.
    func commentCounts() async throws -> String {
        let counts = try await discussion.counts()
        return "\(counts.page.of("comment")) on the page, \(counts.chat) said in chat"
    }
}

extension Int {
    /// `1 comment`, `2 comments`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension Array {
    /// `6.2, 6.3, 6.4`, `6.2, 6.3, …`; `nowhere` where there is nothing.
    func listed(atMost limit: Int) -> String {
        guard !isEmpty else { return "nowhere" }
        let shown = prefix(limit).map { "\($0)" } + (count > limit ? ["…"] : [])
        return shown.joined(separator: ", ")
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Array<Comment> {
    /// Whose words they are.
    var sources: [WordSource] { compactMap(\.source).uniqued }
}
