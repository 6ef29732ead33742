import PluginAPI

/// Declares `!summary` as the real plugin does, and says only what it was asked.
struct StandInSummary: Plugin {
    let manifest = PluginManifest(
        id: "summary",
        commands: [
            Command(
                "summary",
                summary: "Summarise.",
                arguments: [.rest("what")],
                options: [Command.Option("words", value: "number", summary: "how long")],
                examples: ["summary"],
                canBeScheduled: true
            )
        ]
    )

    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }
        let words = invocation.options["words"].map { " in \($0) words" } ?? ""
        return [invocation.reply("Summary of \"\(invocation["what"])\"\(words) for \(invocation.sender)")]
    }
}
