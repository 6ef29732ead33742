public import PluginAPI

/// Keeps what is said in a room as comments on its statement, where the room wants that.
///
/// The setting `on_by_default` says `true` where rooms need not be asked. Direct rooms are never kept.
public struct ArchivePlugin: Plugin {
    /// Five commands, and every message, edit and removal.
    public let manifest = PluginManifest(
        id: "archive",
        summary: "Keeps the chat as comments on the statement, once it is switched on in a room.",
        commands: [archive, optout, optin, mydata, forget],
        subscriptions: [.messages, .edits, .redactions, .reactions],
        goesFirst: true
    )

    /// An archive whose memory is the bot's store.
    public init() {}

    /// Keeps what happened, or answers a command.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        switch input {
        case .withdrawn:
            return []
        case .event(let event):
            return try await Intake(context: context).actions(for: event)
        case .command(let invocation):
            let desk = Desk(invocation: invocation, context: context)
            switch invocation.command {
            case "optout": return try await desk.optOut()
            case "optin": return try await desk.optIn()
            case "mydata": return try await desk.showOwn()
            case "forget": return try await desk.forget()
            default: return try await desk.archive()
            }
        }
    }
}

extension ArchivePlugin {
    private static let archive = Command(
        "archive",
        summary: "Say what is kept of this room, and how to leave.",
        arguments: [.optional("what")],
        forms: [
            Command.Form("", summary: "what is kept, and since when"),
            Command.Form("audit", summary: "how much was kept, and what was missed"),
            Command.Form("on", summary: "keep messages from now on", minimumPowerLevel: moderator),
            Command.Form("off", summary: "keep no more messages", minimumPowerLevel: moderator),
        ],
        examples: [
            "archive", "archive audit", Command.Example("archive on", minimumPowerLevel: moderator),
            Command.Example("archive off", minimumPowerLevel: moderator),
        ]
    )

    private static let optout = Command(
        "optout",
        summary: "Keep nothing more of what you say.",
        examples: ["optout"]
    )

    private static let optin = Command(
        "optin",
        summary: "Keep what you say again.",
        examples: ["optin"]
    )

    private static let mydata = Command(
        "mydata",
        summary: "Say how many messages of yours are kept.",
        examples: ["mydata"]
    )

    private static let forget = Command(
        "forget",
        summary: "Remove your words from the archive of this room.",
        arguments: [.requiredRest("me")],
        forms: [Command.Form("me", summary: "all of them, at once")],
        examples: ["forget me"]
    )

    private static let moderator = PluginContext.moderatorPowerLevel
}
