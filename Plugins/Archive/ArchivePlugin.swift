public import PluginAPI

/// Keeps what is said in a room as comments on its statement, where the room wants that.
///
/// The setting `on_by_default` says `true` where rooms need not be asked. Direct rooms are never kept.
public struct ArchivePlugin: Plugin {
    /// Its commands, and every message, edit, removal and reaction.
    public let manifest = PluginManifest(
        id: "archive",
        summary: "Keeps the chat as comments on the statement, once it is switched on in a room.",
        commands: [archive, optout, optin, mydata, forget, publish, approve, hide],
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
            case "publish": return try await desk.publish()
            case "approve": return try await desk.decide(.approved)
            case "hide": return try await desk.decide(.hidden)
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
            "archive", "archive audit", Command.Example("archive off", minimumPowerLevel: moderator),
            Command.Example("archive on", minimumPowerLevel: moderator),
        ]
    )

    private static let optout = Command(
        "optout",
        summary: "Keep nothing more of what you say.",
        options: [Command.Option("forget", value: nil, summary: "and remove what was kept before")],
        examples: ["optout", "optout --forget"]
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
        summary: "Remove your words, and what I posted that quotes them.",
        arguments: [.requiredRest("me")],
        forms: [
            Command.Form("me", summary: "all that you said in this room"),
            Command.Form("me everywhere", summary: "in every room where I am"),
        ],
        examples: ["forget me", "forget me everywhere"]
    )

    private static let publish = Command(
        "publish",
        summary: "Say what of this room may be published, and how you want to appear.",
        arguments: [.rest("what")],
        forms: [
            Command.Form("", summary: "what may be published, and what waits for approval"),
            Command.Form("me", summary: "yours too, under a pseudonym"),
            Command.Form("me by name", summary: "yours too, with your name"),
            Command.Form("not me", summary: "nothing of yours"),
            Command.Form("on", summary: "what moderators approve from now on", minimumPowerLevel: moderator),
            Command.Form("off", summary: "nothing more", minimumPowerLevel: moderator),
        ],
        examples: [
            "publish", "publish not me", "publish me by name",
            Command.Example("publish on", minimumPowerLevel: moderator),
        ]
    )

    private static let approve = Command(
        "approve",
        summary: "Let a comment of the chat be published.",
        arguments: [.rest("comment")],
        forms: [
            Command.Form("<comment>", summary: "such as `#c3`, or several"),
            Command.Form("", summary: "as a reply to it; a ✅ on it does the same"),
        ],
        examples: [Command.Example("approve #c1", minimumPowerLevel: moderator)],
        minimumPowerLevel: moderator
    )

    private static let hide = Command(
        "hide",
        summary: "Keep a comment of the chat from being published; everybody can hide their own.",
        arguments: [.rest("comment")],
        forms: [
            Command.Form("<comment>", summary: "such as `#c3`, or several"),
            Command.Form("", summary: "as a reply to it; a moderator's 🚫 on it does the same"),
        ],
        examples: [Command.Example("hide #c1", minimumPowerLevel: moderator)]
    )

    private static let moderator = PluginContext.moderatorPowerLevel
}
