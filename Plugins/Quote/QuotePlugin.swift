public import PluginAPI

/// Shows the statement and the comments on it, word for word.
public struct QuotePlugin: Plugin {
    /// Seven commands, which everybody may use; only moderators may have a room follow another statement.
    public let manifest = PluginManifest(
        id: "quote",
        summary: "Quotes the statement and its comments, searches them, and shows what there is.",
        commands: [quote, search, statement, comments, comment, changes, statements]
    )

    /// A plugin without settings.
    public init() {}

    /// Answers a command. In the place of an answer that was taken back nothing comes: what is left of it is one command
    /// away.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }
        let page = Page(statement: try await context.discussion.statement(), edition: nil, context: context)
        if invocation.changesRoom { return try await page.follow(invocation["use"]) }
        return [invocation.reply(try await message(for: invocation, on: page))]
    }

    private func message(for invocation: Invocation, on page: Page) async throws -> Message {
        switch invocation.command {
        case Self.search.name: try await page.search(for: invocation["words"])
        case Self.statement.name: try await page.overview()
        case Self.statements.name: try await page.list()
        case Self.changes.name: try await page.changes(since: invocation["revision"])
        case Self.comments.name: try await page.tree(under: invocation["comment"])
        case Self.comment.name: try await page.comment(shownFor: invocation["comment"])
        default: try await page.quotation(asTyped: invocation["passage"], at: invocation.options["at"])
        }
    }
}

extension Invocation {
    /// Whether it has the room follow another statement, which is done once.
    fileprivate var changesRoom: Bool { command == QuotePlugin.statement.name && !self["use"].isEmpty }
}
