public import PluginAPI
internal import Summaries

/// Summarises the comments in sentences of the people who wrote them, each with its address.
public struct SummaryPlugin: Plugin {
    /// One command, which everybody may use and a schedule may run.
    public let manifest = PluginManifest(
        id: "summary",
        summary: "Summarises the comments.",
        commands: [summary]
    )

    /// A plugin with the setting `words`: how long a summary is where nobody says.
    public init() {}

    /// Answers `!summary`.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }

        let words = try SummaryLength(invocation.options["words"], context: context)
        let source = SummarySource(
            statement: try await context.discussion.statement(),
            thread: try await context.discussion.thread(),
            context: context
        )
        let scope = try source.scope(of: SummaryRequest(invocation["of"], context: context))
        let summary = Summarizer(maximumWords: words.count)
            .summary(of: scope.comments, about: source.statement, leavingOut: [:])
        return [invocation.reply(scope.message(showing: summary, words: words, context: context))]
    }
}

extension SummaryPlugin {
    private static let summary = Command(
        "summary",
        summary: "Summarise the comments in words of those who wrote them.",
        arguments: [.rest("of")],
        forms: [
            Command.Form("[--words <number>]", summary: "the comments of the page"),
            Command.Form("<comment>", summary: "a comment and its replies"),
            Command.Form("on <paragraph>", summary: "what was said about a paragraph"),
            Command.Form("chat", summary: "what was said in the chat"),
            Command.Form("all", summary: "page and chat"),
        ],
        options: [
            Command.Option(
                "words",
                value: "number",
                summary: "At most so many words: \(SummaryLength.allowed.words)."
            )
        ],
        examples: [
            "summary", "summary on {paragraph}", "summary {comment}", "summary chat",
            "summary all --words 60",
        ],
        canBeScheduled: true
    )
}
