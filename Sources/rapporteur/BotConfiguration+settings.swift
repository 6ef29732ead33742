internal import BotCore
internal import Foundation
internal import MatrixTypes
internal import PluginAPI

extension BotConfiguration {
    /// The bot's configuration as the settings say.
    ///
    /// - Throws: ``Settings/SettingError`` for the first setting that cannot be used.
    init(_ settings: Settings, account: UserID, plugins: Set<String>) throws {
        let zone = settings.text("schedule.zone")
        guard TimeZone(identifier: zone) != nil else {
            throw settings.unsuitable("schedule.zone", expected: "a time zone such as Europe/London")
        }
        let prefix = settings.text("commands.prefix")
        guard !prefix.isEmpty, !prefix.contains(where: { $0.isWhitespace || $0 == "`" }) else {
            throw settings.unsuitable(
                "commands.prefix",
                expected: "one or more characters without white space"
            )
        }
        _ = try settings.flag("archive.on_by_default")
        _ = try settings.number("summary.words", in: 20...400)
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
            reconnect: Backoff(first: .seconds(first), longest: .seconds(longest))
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
