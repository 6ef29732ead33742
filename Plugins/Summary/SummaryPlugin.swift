public import PluginAPI
internal import Summaries

/// Summarises the comments in sentences of the people who wrote them, each with its address.
///
/// Its settings are `words`, how long a summary is where nobody says; `hold_back`, for how many minutes what was said
/// in the chat can be taken back before it is summarised; `when_nothing_new`, whether a schedule is then `silent` or
/// says a `line`; and `edit_digest`, whether later runs of a schedule edit its first message of the day.
public struct SummaryPlugin: Plugin {
    /// One command, which everybody may use and a schedule may run.
    public let manifest = PluginManifest(
        id: "summary",
        summary: "Summarises the comments.",
        commands: [summary],
        subscriptions: [.redactions]
    )

    /// A plugin that remembers where the passages of its last summaries stand, and none of their words.
    public init() {}

    /// Answers `!summary`, and again without the words that somebody took back; remembers which digests were taken
    /// back.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        switch input {
        case .withdrawn(let withdrawal):
            guard
                case .summary(let subject, let since) = try SummaryRequest(
                    withdrawal.invocation["of"],
                    context: context
                )
            else { return [] }
            return try await SummaryRun(again: withdrawal, context: context).actions(
                for: subject,
                since: since
            )
        case .event(let event):
            guard case .redaction(let target) = event.content else { return [] }
            return try await forget(target, context: context)
        case .command(let invocation):
            switch try SummaryRequest(invocation["of"], context: context) {
            case .why(let number):
                return try await Explanation(invocation: invocation, context: context).answer(to: number)
            case .summary(let subject, let since):
                return try await SummaryRun(of: invocation, context: context).actions(
                    for: subject,
                    since: since
                )
            }
        }
    }

    /// Remembers that a digest was taken back.
    private func forget(_ message: EventID, context: PluginContext) async throws -> [Action] {
        guard let name = try await context.state.name(of: message) else { return [] }
        var memory = try await PostedSummaries(in: context)
        return memory.remove(name) ? [try memory.kept(in: context.room.id)] : []
    }
}

extension SummaryPlugin {
    private static let summary = Command(
        "summary",
        summary: "Summarise the comments in words of those who wrote them.",
        arguments: [.rest("of")],
        forms: [
            Command.Form("[--words <number>]", summary: "the comments of the page"),
            Command.Form("chat", summary: "what was said in the chat; `all` adds the page"),
            Command.Form(
                "since <time>",
                summary:
                    "what is new since `18:00`, `yesterday`, `monday`, `2h`, or since the `last` summary"
            ),
            Command.Form("thread", summary: "this thread, or below the comment you reply to"),
            Command.Form(
                "on <paragraph>",
                summary: "what was said about it; `#3` for a comment and its replies"
            ),
            Command.Form("why <number>", summary: "where that passage of a summary stands"),
        ],
        options: [
            Command.Option(
                "words",
                value: "number",
                summary: "At most so many words: \(SummaryLength.allowed.words)."
            )
        ],
        examples: [
            "summary today", "summary chat since 18:00", "summary", "summary why 2", "summary on {paragraph}",
            "summary {comment}", "summary since last", "summary all --words 60",
        ],
        canBeScheduled: true
    )
}
