internal import ArchiveSite
internal import BotCore
internal import BotStore
internal import Discussion
internal import Foundation
internal import Homeservers
internal import Logging
internal import MatrixTypes
internal import Monitoring
internal import Networking
internal import ServiceLifecycle
internal import Serving
internal import Writing

/// Builds a bot from settings over one homeserver: the same house for the demo and for real rooms.
struct BotHouse {
    let settings: Settings
    let account: UserID
    let address: HomeserverAddress
    let token: TokenSource
    let positionKey: String
    let plugins: Set<String>
    let stopsBySignal: Bool
    let sockets: WebSocketService
    let store: Store
    let logger: Logger

    /// A build for tests can have its clock moved, in seconds.
    static var clock: BotClock {
        #if DEBUG
            let offset = ProcessInfo.processInfo.environment["RAPPORTEUR_CLOCK_OFFSET"].flatMap(
                TimeInterval.init
            )
            return .wall(offset: offset ?? 0)
        #else
            return .wall(offset: 0)
        #endif
    }

    func bot() async throws -> Bot {
        let homeserver = try homeserver()
        let measurements = Measurements(startedAt: Self.clock.now())
        return try await Bot.build(
            try BotConfiguration(settings, account: account, plugins: plugins),
            plugins: AllPlugins.list,
            homeserver: homeserver,
            store: store,
            clock: Self.clock,
            logger: logger,
            measurements: measurements,
            writer: try settings.writer().map { Writer(client: $0, logger: logger) },
            companions: try monitoring(measurements) + archivePages(),
            stopsBySignal: stopsBySignal,
            environment: ProcessInfo.processInfo.environment
        )
    }

    /// For whoever watches the bot, where the settings say so.
    private func monitoring(_ measurements: Measurements) throws -> [any Service] {
        let port = try settings.number("monitoring.port", in: 0...65_535)
        guard port > 0 else { return [] }
        return [
            MonitoringServer(
                address: .ip4,
                port: port,
                syncLimit: Self.oldestGoodSync,
                store: store,
                measurements: measurements,
                clock: Self.clock,
                logger: logger
            )
        ]
    }

    /// The archive for everybody, where the settings say so.
    private func archivePages() throws -> [any Service] {
        let port = try settings.number("site.port", in: 0...65_535)
        guard port > 0 else { return [] }
        let options = try SiteOptions(settings)
        return [
            ArchiveServer(port: port, host: options.host, store: store, logger: logger) { copy in
                try options.site(of: copy, hasPageForEachComment: true)
            }
        ]
    }

    /// A homeserver is heard about once a minute.
    private static let oldestGoodSync = Duration.seconds(120)

    /// The homeserver by the way that its address names: a stream, or `/sync`.
    private func homeserver() throws -> any Homeserver {
        let caFile = settings.optionalText("homeserver.ca_file")
        let client = try HTTPClient(caFile: caFile)
        let largest = try settings.number("homeserver.largest_message", in: 65_536...1 << 30)
        let answerLimit = Duration.seconds(try settings.number("homeserver.request_timeout", in: 1...600))
        guard address.stream != nil else {
            return SyncHomeserver(
                settings: SyncHomeserver.Settings(
                    account: account,
                    address: address,
                    token: token,
                    maximumMessageBytes: largest,
                    pollLimit: .seconds(30),
                    answerLimit: answerLimit
                ),
                positionKey: positionKey,
                client: client,
                clock: Self.clock
            )
        }
        return WebSocketHomeserver(
            settings: WebSocketHomeserver.Settings(
                account: account,
                address: address,
                token: token,
                isTokenInQuery: try settings.flag("homeserver.token_in_query"),
                caFile: caFile,
                maximumMessageBytes: largest,
                answerLimit: answerLimit
            ),
            positionKey: positionKey,
            sockets: sockets,
            client: client,
            clock: Self.clock
        )
    }

    /// Reads a statement into the store; one that was read before changes nothing.
    static func importPage(_ path: String, _ settings: Settings, into store: Store) async throws {
        let file = try StatementFile(path: path)
        let statement = file.page.statement(
            publisher: settings.optionalText("statement.publisher"),
            sourceURL: settings.optionalText("statement.source_url")
        )
        try await store.importPage(
            statement,
            comments: file.page.comments,
            digest: file.digest,
            at: clock.now()
        )
    }

    /// A logger on standard error.
    static func logger(_ settings: Settings) throws -> Logger {
        let level = try settings.choice("log.level", of: ["debug", "info", "warning", "error"])
        let format = try settings.choice("log.format", of: LogFormat.allCases.map(\.rawValue))
        let lines = StandardErrorLines()
        var logger = Logger(label: "rapporteur") { label in
            LineLogHandler(
                label: label,
                format: LogFormat(rawValue: format) ?? .text,
                now: clock.now,
                write: lines.write
            )
        }
        logger.logLevel = Logger.Level(rawValue: level) ?? .info
        return logger
    }
}
