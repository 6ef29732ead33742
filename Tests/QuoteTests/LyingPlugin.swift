import PluginAPI

/// Its examples are not what they seem.
struct LyingPlugin: Plugin {
    let manifest = PluginManifest(
        id: "lying",
        commands: [
            Command(
                "lie",
                summary: "Lie.",
                arguments: [.rest("how")],
                examples: ["lie {hole}", "lei", "lie fail", "lie silence", "lie well"]
            ),
            Command("mute", summary: "Say nothing.", examples: []),
        ]
    )

    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }
        switch invocation["how"] {
        case "fail": throw UsageError("No.")
        case "silence": return []
        default: return [invocation.reply("Yes.")]
        }
    }
}
