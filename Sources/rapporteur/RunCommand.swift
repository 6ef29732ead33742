internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Homeservers
internal import MatrixTypes
internal import Networking

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the bot in real rooms until it is stopped."
    )

    @OptionGroup var options: RunOptions

    func run() async throws {
        let settings = try options.settings()
        let account = try settings.account(argument: "--user-id")
        let url = try settings.requiredText("homeserver.url", argument: "--homeserver")
        let address = try HomeserverAddress(url: url, api: settings.optionalText("homeserver.api_url"))
        let token = TokenSource.file(
            try settings.requiredText("homeserver.token_file", argument: "--token-file"),
            passwordFile: settings.optionalText("homeserver.password_file")
        )
        _ = try token.read()
        let store = try Store.open(directory: settings.text("data"))
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
            logger: try BotHouse.logger(settings)
        )
        try await house.bot().run()
        await house.sockets.shutdown()
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

    @Flag(help: "Give as many answers as are asked for: for measuring.") var noLimits = false

    func settings() throws -> Settings {
        let arguments = [
            "homeserver.url": homeserver, "homeserver.api_url": apiURL, "homeserver.user_id": userID,
            "homeserver.token_file": tokenFile, "data": data, "statement.file": statement,
            "commands.answers_a_person": noLimits ? "0" : nil,
            "commands.answers_a_room": noLimits ? "0" : nil,
        ]
        return try Settings(path: config, arguments: arguments.compactMapValues { $0 })
    }
}
