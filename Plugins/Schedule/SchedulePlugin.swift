public import PluginAPI

/// Runs commands again and again, at the times that a moderator names.
///
/// The setting `zone` names the time zone that is meant where nobody names one; otherwise it is UTC.
public struct SchedulePlugin: Plugin {
    /// One command with several forms.
    public let manifest = PluginManifest(
        id: "schedule",
        summary: "Runs commands again and again, at the times that a moderator names.",
        commands: [schedule]
    )

    /// A plugin whose memory is the room's list of schedules.
    public init() {}

    /// Makes, shows and ends schedules.
    public func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }

        let desk = Desk(invocation: invocation, context: context)
        let words = invocation["what"].split(whereSeparator: \.isWhitespace).map(String.init)
        switch words.first?.lowercased() {
        case nil, "list": return [invocation.reply(try await desk.list())]
        case "next": return [invocation.reply(try await desk.next())]
        case "remove": return try await desk.remove(words.dropFirst().joined(separator: " "))
        default: return try await desk.add(words)
        }
    }
}

extension SchedulePlugin {
    private static let moderator = PluginContext.moderatorPowerLevel

    private static let schedule = Command(
        "schedule",
        summary: "Run a command again and again (hourly, daily, weekdays, weekly, monthly).",
        arguments: [.rest("what")],
        forms: [
            Command.Form(
                "weekly <day> <time> <command>",
                summary: "every week",
                minimumPowerLevel: moderator
            ),
            Command.Form("daily <time> <command>", summary: "every day", minimumPowerLevel: moderator),
            Command.Form(
                "add \"<cron>\" <command>",
                summary: "minute hour day month weekday",
                minimumPowerLevel: moderator
            ),
            Command.Form("list", summary: "what is scheduled here"),
            Command.Form("next", summary: "when each runs next"),
            Command.Form("remove <number>", summary: "end one", minimumPowerLevel: moderator),
        ],
        options: [
            Command.Option("zone", value: "zone", summary: "whose clock is meant, such as `Europe/London`"),
            Command.Option("missed", value: "rule", summary: "if I was away: `skip`, `once` or `all`"),
        ],
        examples: [
            Command.Example("schedule daily 18:00 summary since last", minimumPowerLevel: moderator),
            Command.Example(
                "schedule daily 9:00 --zone Europe/London --missed once statement",
                minimumPowerLevel: moderator
            ),
            Command.Example("schedule add \"0 18 * * mon-fri\" summary", minimumPowerLevel: moderator),
            "schedule list", "schedule next",
            Command.Example("schedule remove 1", minimumPowerLevel: moderator),
        ],
        passesUnknownOptions: true
    )
}
