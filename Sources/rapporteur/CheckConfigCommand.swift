internal import ArgumentParser
internal import Discussion
internal import BotCore
internal import Foundation
internal import Homeservers
internal import MatrixTypes

struct CheckConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check a configuration without running anything."
    )

    @Option(help: "A configuration file; without one the defaults are checked.") var config: String?

    func run() async throws {
        let settings = try Settings(path: config, arguments: [:])
        let plugins = try BotConfiguration.plugins(settings, added: [])
        _ = try BotConfiguration(
            settings,
            account: UserID(settings.text("homeserver.user_id")),
            plugins: plugins
        )
        _ = try BotHouse.logger(settings)
        _ = try settings.flag("homeserver.token_in_query")
        _ = try settings.number("homeserver.largest_message", in: 65_536...1 << 30)
        _ = try settings.number("homeserver.request_timeout", in: 1...600)
        Output.line("Plugins: \(plugins.sorted().joined(separator: ", ")).")
        if let file = settings.optionalText("statement.file") {
            let page = try StatementFile(path: file).page
            Output.line("Statement: \(page.title); \(page.paragraphs.count) paragraphs.")
        }
        try checkHomeserver(settings)
    }

    private func checkHomeserver(_ settings: Settings) throws {
        guard config != nil else {
            return Output.line("The defaults are sound. A bot needs homeserver.url too.")
        }
        let url = try settings.requiredText("homeserver.url", argument: "--homeserver of rapporteur run")
        let address = try HomeserverAddress(url: url, api: settings.optionalText("homeserver.api_url"))
        let account = try settings.account(argument: "--user-id of rapporteur run")
        let tokenFile = try settings.requiredText(
            "homeserver.token_file",
            argument: "--token-file of rapporteur run"
        )
        _ = try TokenSource.file(tokenFile, passwordFile: settings.optionalText("homeserver.password_file"))
            .read()
        Output.line("Homeserver: \(address.stream ?? "/sync") as \(account), client API at \(address.api).")
        Output.line("The configuration is sound.")
    }
}
