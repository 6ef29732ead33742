public import PluginAPI

/// Says what it is told: the smallest plugin, to begin one's own with.
public struct EchoPlugin: Plugin {
    /// One command, off unless the configuration names the plugin.
    public let manifest = PluginManifest(
        id: "echo",
        summary: "Repeats what it is told: an example for those who write plugins.",
        commands: [
            Command(
                "echo",
                summary: "Say it again.",
                arguments: [.requiredRest("words")],
                examples: ["echo Hello, everybody!"]
            )
        ],
        isOnByDefault: false
    )

    /// An echo.
    public init() {}

    /// Answers exactly the words, as text even where they look like code or HTML.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }
        return [invocation.reply(Message([.verbatim(invocation["words"])]))]
    }
}
