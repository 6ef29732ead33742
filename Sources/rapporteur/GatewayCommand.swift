internal import ArgumentParser
internal import Endpoint
internal import Homeservers
internal import Logging
internal import Networking
internal import ServiceLifecycle
internal import UnixSignals

struct GatewayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway",
        abstract:
            "Offer the WebSocket of the Matrix draft (m.json) before a homeserver that knows only HTTP.",
        discussion: """
            Any client may use it, with its own token. It speaks no TLS itself: put a reverse proxy before it, as
            Config/nginx.conf shows.
            """
    )

    @Option(help: "The homeserver: https://example.org, without a path.") var homeserver: String
    @Option(help: "The port that is listened on; 0 for any free one.") var port = 8010
    @Option(help: "The address that is listened on.") var host = "127.0.0.1"
    @Option(help: "A page whose browser may connect, as https://chat.example.org. May be repeated.")
    var origin: [String] = []
    @Option(help: "The most clients at a time.") var clients = 256
    @Option(help: "A PEM file with the only certificate authorities that are trusted.") var caFile: String?
    @Option(help: "A configuration file, of which only the keys of log are read.") var config: String?

    func run() async throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port is \(port); expected 1 to 65535, or 0 for any free port.")
        }
        guard (1...100_000).contains(clients) else {
            throw ValidationError("--clients is \(clients); expected 1 to 100000.")
        }
        let logger = try BotHouse.logger(Settings(path: config, arguments: [:]))
        var settings = try GatewaySettings(homeserver: homeserver)
        settings.host = host
        settings.origins = Set(origin)
        settings.maximumClients = clients
        let sockets = try WebSocketService()
        let gateway = Gateway(
            settings: settings,
            client: try HTTPClient(caFile: caFile),
            sockets: sockets
        ) { event in logger.info("\(event)") }
        try await ServiceGroup(
            services: [RunningGateway(gateway: gateway, port: port)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        ).run()
        await sockets.shutdown()
    }
}

/// A gateway until it is stopped.
private struct RunningGateway: Service {
    let gateway: Gateway
    let port: Int

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                try await gateway.run(port: port) { Output.line("The stream is at \($0).") }
            } catch is CancellationError {
                return
            }
        }
    }
}
