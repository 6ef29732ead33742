internal import ArgumentParser
internal import Discussion
internal import BotCore
internal import Foundation
internal import Homeservers
internal import MatrixTypes
internal import Networking
internal import Writing

struct CheckConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check a configuration, and try its homeserver and token, without running anything."
    )

    @Option(help: "A configuration file; without one the defaults are checked.") var config: String?

    @Flag(help: "Do not try the homeserver.") var offline = false

    func run() async throws {
        let settings = try Settings(path: config, arguments: [:])
        let plugins = try BotConfiguration.plugins(settings, added: [])
        _ = try BotConfiguration(
            settings,
            account: UserID(settings.text("homeserver.user_id")),
            plugins: plugins
        )
        _ = try BotHouse.logger(settings)
        _ = try settings.number("monitoring.port", in: 0...65_535)
        try checkSite(settings)
        _ = try settings.flag("homeserver.token_in_query")
        _ = try settings.number("homeserver.largest_message", in: 65_536...1 << 30)
        _ = try settings.number("homeserver.request_timeout", in: 1...600)
        try checkRemovals(settings)
        Output.line("Plugins: \(plugins.sorted().joined(separator: ", ")).")
        if let file = settings.optionalText("statement.file") {
            let page = try StatementFile(path: file).page
            Output.line("Statement: \(page.title); \(page.paragraphs.count) paragraphs.")
        }
        if settings.optionalText("operator_contact") == nil {
            Output.line("Archive: nothing is kept, since operator_contact names nobody whom people can ask.")
        }
        if let writer = try settings.writer() {
            Output.line("Writer: \(writer.model), which is sent what summaries quote.")
        }
        try await checkHomeserver(settings)
    }

    private func checkSite(_ settings: Settings) throws {
        let port = try settings.number("site.port", in: 0...65_535)
        let options = try SiteOptions(settings)
        guard port > 0 else { return }
        let place = options.address.map { ", as \($0)" } ?? ""
        Output.line("Pages: \"\(options.title)\" at port \(port) of 127.0.0.1\(place).")
    }

    private func checkRemovals(_ settings: Settings) throws {
        guard let list = settings.optionalText("removals") else { return }
        let folder = URL(filePath: list).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw settings.unsuitable(
                "removals",
                expected: "a file in a directory that is there and can be written to"
            )
        }
    }

    private func checkHomeserver(_ settings: Settings) async throws {
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
        let token = TokenSource.file(
            tokenFile,
            passwordFile: settings.optionalText("homeserver.password_file")
        )
        _ = try token.read()
        Output.line("Homeserver: \(address.stream ?? "/sync") as \(account), client API at \(address.api).")
        if !offline { try await tryHomeserver(at: address, as: account, with: token, settings) }
        Output.line("The configuration is sound.")
    }

    /// What the bot would find.
    private func tryHomeserver(
        at address: HomeserverAddress,
        as account: UserID,
        with token: TokenSource,
        _ settings: Settings
    ) async throws {
        let client = try HTTPClient(caFile: settings.optionalText("homeserver.ca_file"))
        let login = Login(client: client, clock: BotHouse.clock)
        let found = try await login.homeserver(at: address.api)
        Output.line("It answers, and knows the specification up to \(found.versions.last ?? "no version").")
        let probe = try await login.probe(token, as: account, at: found)
        guard probe.isExpected else {
            throw settings.unsuitable(
                "homeserver.user_id",
                expected: "\(probe.account), whose token \(settings.text("homeserver.token_file")) holds"
            )
        }
        let renewal = probe.isRenewable ? "; it is renewed when it ends" : ""
        Output.line("The token is valid\(probe.deviceID.map { ", of the device \($0)" } ?? "")\(renewal).")
    }
}
