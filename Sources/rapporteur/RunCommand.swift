internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Homeservers
internal import Logging
internal import MatrixTypes
internal import Networking

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the bot in real rooms until it is stopped."
    )

    @OptionGroup var options: RunOptions

    func run() async throws {
        let settings = try options.settingsWithLogin()
        let account = try settings.account(argument: "--user-id")
        let url = try settings.requiredText("homeserver.url", argument: "--homeserver")
        let address = try HomeserverAddress(url: url, api: settings.optionalText("homeserver.api_url"))
        let token = TokenSource.file(
            try settings.requiredText("homeserver.token_file", argument: "--token-file"),
            passwordFile: settings.optionalText("homeserver.password_file")
        )
        _ = try token.read()
        let logger = try BotHouse.logger(settings)
        let store = try Store.open(
            directory: settings.text("data"),
            removals: settings.optionalText("removals"),
            at: BotHouse.clock.now()
        )
        try await tell(of: store, logger)
        if let file = settings.optionalText("statement.file") {
            try await BotHouse.importPage(file, settings, into: store)
        }
        let house = BotHouse(
            settings: settings,
            account: account,
            address: address,
            token: token,
            positionKey: "\(account) at \(address.api)",
            plugins: try BotConfiguration.plugins(settings, added: options.plugin),
            stopsBySignal: true,
            sockets: try WebSocketService(),
            store: store,
            logger: logger
        )
        try await house.bot().run()
        await house.sockets.shutdown()
    }

    /// What was found about the list of removals; and copies of the database that upgrades made, which hold words that
    /// people may take back.
    private func tell(of store: Store, _ logger: Logger) async throws {
        for notice in store.notices { logger.notice("\(notice)") }
        if let copy = store.migrationBackup {
            logger.notice("Before its tables were changed, the database was copied to \(copy)")
        }
        for copy in try await store.removeOldBackups(at: BotHouse.clock.now()) {
            logger.notice("Removed \(copy), which an upgrade had made a week ago or before")
        }
    }
}

/// How to reach a homeserver: a configuration file, or arguments, which come before it.
struct RunOptions: ParsableArguments {
    @Option(help: "A configuration file; Config/default.yaml explains its keys.") var config: String?
    @Option(help: "The homeserver: https:// for any, wss:// for one with a stream.") var homeserver: String?
    @Option(help: "The address of the client API, where it is another.") var apiURL: String?
    @Option(help: "The bot's own account, @name:server.") var userID: String?
    @Option(help: "A file with the access token, which only its owner may read.") var tokenFile: String?
    @Option(help: "The directory of the bot's database.") var data: String?
    @Option(help: "A statement with its comments, as plain text.") var statement: String?
    @Option(help: "Switch on a plugin that is not on by default. May be repeated.") var plugin: [String] = []

    @Option(help: "Whose invitations are accepted: user ids, *:server, or *, separated by spaces.")
    var invitationsFrom: String?
    @Option(help: "Whom people can ask about the bot; without it nothing is archived.")
    var operatorContact: String?
    @Flag(help: "Give as many answers as are asked for: for measuring.") var noLimits = false

    /// The settings, and what the token file knows of its own login where they do not say.
    func settingsWithLogin() throws -> Settings {
        let settings = try settings(beside: [:])
        guard let path = settings.optionalText("homeserver.token_file"),
            let session = try? TokenSource.file(path, passwordFile: nil).read()
        else { return settings }
        let known = [
            "homeserver.url": session.homeserver, "homeserver.user_id": session.userID?.rawValue,
        ]
        return try self.settings(
            beside: known.compactMapValues { $0 }.filter { settings.optionalText($0.key) == nil }
        )
    }

    /// - Parameter known: What is as good as said on the command line.
    private func settings(beside known: [String: String]) throws -> Settings {
        let arguments = [
            "homeserver.url": homeserver, "homeserver.api_url": apiURL, "homeserver.user_id": userID,
            "homeserver.token_file": tokenFile, "data": data, "statement.file": statement,
            "operator_contact": operatorContact, "rooms.invitations_from": invitationsFrom,
            "commands.answers_a_person": noLimits ? "0" : nil,
            "commands.answers_a_room": noLimits ? "0" : nil,
        ]
        return try Settings(path: config, arguments: arguments.compactMapValues { $0 }.merging(known) { $1 })
    }
}
