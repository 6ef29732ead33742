public import PluginAPI

/// Shows the statement and the comments on it, word for word.
public struct QuotePlugin: Plugin {
    /// Five commands, which everybody may use.
    public let manifest = PluginManifest(
        id: "quote",
        summary: "Quotes the statement and its comments, searches them, and shows what there is.",
        commands: [quote, search, statement, comments, comment]
    )

    /// A plugin without settings.
    public init() {}

    /// Answers one of the five commands.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }

        let page = Page(
            statement: try await context.discussion.statement(),
            thread: try await thread(for: invocation, context),
            prefix: context.grammar.prefix
        )
        let message =
            switch invocation.command {
            case "search": try page.search(for: invocation["words"])
            case "statement": page.overview
            case "comments": try page.tree(under: invocation["comment"])
            case "comment": try page.comment(asTyped: invocation["comment"])
            default: try page.quotation(asTyped: invocation["passage"])
            }
        return [invocation.reply(message)]
    }

    /// What was said about the statement. Where only a passage of the statement is asked for, it is not read:
    /// in a room that talks a lot that would be most of the work.
    private func thread(for invocation: Invocation, _ context: PluginContext) async throws -> CommentThread {
        let isOfStatement = invocation.command == "quote" && Page.isInStatement(invocation["passage"])
        return isOfStatement ? CommentThread([]) : try await context.discussion.thread()
    }
}

extension QuotePlugin {
    private static let quote = Command(
        "quote",
        summary: "Quote a passage by its address or its words.",
        arguments: [.requiredRest("passage")],
        examples: [
            "quote {sentence}", "quote \"{phrase}\"", "quote {paragraph}", "quote {sentences}", "quote title",
            "quote {word}", "quote {comment}",
        ],
        canBeScheduled: true
    )

    private static let search = Command(
        "search",
        summary: "Find words in the statement and its comments.",
        arguments: [.requiredRest("words")],
        examples: ["search {word}", "search {phrase}"]
    )

    private static let statement = Command(
        "statement",
        summary: "Show what the statement is and how its paragraphs begin.",
        examples: ["statement"],
        canBeScheduled: true
    )

    private static let comments = Command(
        "comments",
        summary: "Show all comments, or one with its replies, as a tree.",
        arguments: [.optional("comment")],
        examples: ["comments", "comments {comment}"]
    )

    private static let comment = Command(
        "comment",
        summary: "Show one comment, whole, and who answered it.",
        arguments: [.requiredRest("comment")],
        examples: ["comment {comment}"]
    )
}
