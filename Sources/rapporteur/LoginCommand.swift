internal import ArgumentParser
internal import Foundation
internal import Homeservers
internal import MatrixTypes
internal import Networking

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Log the bot in to a homeserver, once, and keep its token in a file.",
        discussion: """
            The password is asked for, or read from standard input where that is no terminal. With --token, an access
            token is taken in the same way instead: one that was copied from a client.
            """
    )

    @Option(help: "The homeserver: https://example.org, or example.org; without it, the account's server.")
    var homeserver: String?
    @Option(help: "The bot's own account: @name:example.org.") var userID: String
    @Option(help: "Where the token is kept. Nobody but you will be able to read it.")
    var tokenFile = "rapporteur.token"
    @Option(help: "A PEM file with the only certificate authorities that are trusted.") var caFile: String?
    @Flag(help: "Take an access token instead of a password.") var token = false

    func run() async throws {
        let login = Login(client: try HTTPClient(caFile: caFile), clock: BotHouse.clock)
        let found = try await login.homeserver(homeserver ?? userID)
        let secret = try Secret.read(token ? "Access token: " : "Password of \(userID): ")
        let session = try await session(login, at: found, secret)
        try session.write(to: tokenFile)
        let program = CommandLine.arguments.first ?? "rapporteur"
        Output.line(
            """
            Logged in as \(session.userID?.rawValue ?? userID) at \(found.base); the token is in \(tokenFile).
            Next, start the bot with the statement that is discussed and with whom people can ask:

              \(program) run --token-file \(tokenFile) --statement FILE --operator-contact you@example.org \\
                --invitations-from @you:example.org

            Then invite \(session.userID?.rawValue ?? userID) to a room, and type !help there.
            """
        )
    }

    private func session(_ login: Login, at found: FoundHomeserver, _ secret: String) async throws
        -> StoredSession
    {
        if token { return try await login.adopt(secret, at: found) }
        // The device of a former login goes on: nobody has to tell old ones from new ones.
        let former = try? TokenSource.file(tokenFile, passwordFile: nil).read()
        return try await login.logIn(at: found, as: userID, password: secret, deviceID: former?.deviceID)
    }
}

struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Revoke the bot's token: for a bot that has served, or a token that others may have seen."
    )

    @Option(help: "The file that holds the token; it is removed.") var tokenFile = "rapporteur.token"
    @Option(help: "The homeserver, where the file does not name it.") var homeserver: String?
    @Option(help: "A PEM file with the only certificate authorities that are trusted.") var caFile: String?

    func run() async throws {
        let session = try TokenSource.file(tokenFile, passwordFile: nil).read()
        guard let address = homeserver ?? session.homeserver else {
            throw ValidationError("\(tokenFile) does not say whose token it holds; add --homeserver.")
        }
        let login = Login(client: try HTTPClient(caFile: caFile), clock: BotHouse.clock)
        let found = try await login.homeserver(at: HomeserverAddress(url: address, api: nil).api)
        let result = try await login.logOut(session, at: found)
        try FileManager.default.removeItem(atPath: tokenFile)
        switch result {
        case .revoked:
            Output.line("The token is revoked, and \(tokenFile) is gone. To go on: rapporteur login")
        case .wasInvalid:
            Output.line(
                "The homeserver no longer knew the token; \(tokenFile) is gone. To go on: rapporteur login"
            )
        }
    }
}
