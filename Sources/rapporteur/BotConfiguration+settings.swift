internal import BotCore
internal import Foundation
internal import MatrixTypes
internal import Networking
internal import PluginAPI

extension BotConfiguration {
    /// The bot's configuration as the settings say.
    ///
    /// - Throws: ``Settings/SettingError`` for the first setting that cannot be used.
    init(_ settings: Settings, account: UserID, plugins: Set<String>) throws {
        guard let zone = TimeZone(identifier: settings.text("schedule.zone")) else {
            throw settings.unsuitable("schedule.zone", expected: "a time zone such as Europe/London")
        }
        let prefix = settings.text("commands.prefix")
        guard !prefix.isEmpty, !prefix.contains(where: { $0.isWhitespace || $0 == "`" }) else {
            throw settings.unsuitable(
                "commands.prefix",
                expected: "one or more characters without white space"
            )
        }
        let contact = settings.optionalText("operator_contact")
        let isKept = try settings.flag("archive.on_by_default")
        guard contact != nil || !isKept || !plugins.contains("archive") else {
            throw settings.unsuitable(
                "archive.on_by_default",
                expected: "false as long as operator_contact names nobody whom people can ask"
            )
        }
        try settings.checkSummaries()
        let first = try settings.number("homeserver.first_pause", in: 1...3600)
        let longest = try settings.number("homeserver.longest_pause", in: first...86_400)
        self.init(
            account: account,
            displayName: settings.text("homeserver.display_name"),
            prefix: prefix,
            plugins: plugins,
            pluginSettings: Dictionary(
                uniqueKeysWithValues: AllPlugins.ids.map { ($0, PluginSettings(settings.section($0))) }
            ),
            invitations: InvitationRule(allowed: settings.words("rooms.invitations_from")),
            longestAnswer: try settings.number("commands.longest_answer", in: 200...10_000),
            reconnect: Backoff(first: .seconds(first), longest: .seconds(longest)),
            answerWithin: try settings.limit("commands.answer_within", atMost: 31_536_000).map {
                .seconds($0)
            },
            answers: AnswerBudget.Limits(
                person: try settings.limit("commands.answers_a_person", atMost: 100_000),
                room: try settings.limit("commands.answers_a_room", atMost: 100_000)
            ),
            relays: RelayRule(accounts: Set(settings.words("rooms.relay_accounts").map { UserID($0) })),
            operatorContact: contact,
            operatorRoom: settings.optionalText("operator_room").map { RoomID($0) },
            keeping: !plugins.contains("archive") ? .nothing : isKept ? .everything : .onRequest,
            zone: zone,
            notifies: try settings.flag("schedule.notify"),
            keptFor: try settings.limit("archive.keep_days", atMost: 36_500).map { .seconds($0 * 86_400) },
            digest: { SHA256Digest(of: Array($0.utf8)).base64 }
        )
    }

    /// The plugins that the settings name, and those that were named beside them.
    static func plugins(_ settings: Settings, added: [String]) throws -> Set<String> {
        let named = settings.words("plugins.on")
        for id in named where !AllPlugins.ids.contains(id) {
            throw settings.unsuitable(
                "plugins.on",
                expected: "only names of \(AllPlugins.ids.joined(separator: ", "))"
            )
        }
        for id in added where !AllPlugins.ids.contains(id) {
            throw Settings.SettingError.unsuitable(
                key: "--plugin",
                found: id,
                expected: "one of \(AllPlugins.ids.joined(separator: ", "))",
                place: Settings.commandLine
            )
        }
        return Set(named + added)
    }
}

extension Settings {
    /// - Throws: ``SettingError`` for the first setting of the summary plugin that cannot be used.
    fileprivate func checkSummaries() throws {
        _ = try number("summary.words", in: 20...400)
        _ = try number("summary.hold_back", in: 0...1440)
        _ = try choice("summary.when_nothing_new", of: ["silent", "line"])
        _ = try flag("summary.edit_digest")
    }
}
