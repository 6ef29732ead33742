package import BotCore
package import BotStore
internal import FlyingFox
internal import FlyingSocks
internal import Foundation
package import Logging
internal import ServiceLifecycle

/// Answers `/live`, `/ready` and `/metrics` on loopback, for whoever watches the bot.
package struct MonitoringServer: Service {
    /// One of this machine's own addresses, which nobody else can reach.
    package enum Loopback: String, CaseIterable, Sendable {
        case ip4 = "127.0.0.1"
        case ip6 = "::1"
    }

    private let address: Loopback
    private let port: Int
    private let syncLimit: Duration
    private let store: Store
    private let measurements: Measurements
    private let clock: BotClock
    private let logger: Logger

    /// - Parameters:
    ///   - port: 0 picks a free one; the log says which.
    ///   - syncLimit: `/ready` says no when the last good sync is older. A homeserver is heard about once a minute.
    package init(
        address: Loopback,
        port: Int,
        syncLimit: Duration,
        store: Store,
        measurements: Measurements,
        clock: BotClock,
        logger: Logger
    ) {
        self.address = address
        self.port = port
        self.syncLimit = syncLimit
        self.store = store
        self.measurements = measurements
        self.clock = clock
        self.logger = logger
    }

    /// Serves until it is stopped or cancelled.
    ///
    /// - Throws: ``StartError`` where the port cannot be had.
    package func run() async throws {
        try await run { _ in }
    }

    /// - Parameter onListening: Told once, with the address, when it can be asked.
    package func run(onListening: @escaping @Sendable (_ url: String) -> Void) async throws {
        let server = HTTPServer(config: try configuration)
        do {
            try await cancelWhenGracefulShutdown {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await server.run() }
                    group.addTask {
                        try await server.waitUntilListening(timeout: 60)
                        onListening(try await open(server))
                    }
                    // The second ends when there is an address, the first only by failing or being cancelled.
                    try await group.next()
                    try await group.next()
                }
            }
        } catch  where Task.isCancelled || Task.isShuttingDownGracefully {
            return  // whatever the server calls the end, it was asked for
        } catch let SocketError.failed(_, _, message) {
            throw StartError.cannotListen(address: address.rawValue, port: port, reason: message)
        }
    }

    /// - Returns: The address that was logged.
    private func open(_ server: HTTPServer) async throws -> String {
        let port = try await Self.port(of: server)
        await server.appendRoute("*", to: site(on: port))
        let url = "http://" + Self.authority(address.rawValue, port)
        logger.notice("Answers /live, /ready and /metrics", metadata: ["url": "\(url)"])
        return url
    }

    private func site(on port: Int) -> MonitoringSite {
        MonitoringSite(
            store: store,
            measurements: measurements,
            clock: clock,
            syncLimit: syncLimit,
            hosts: Set([address.rawValue, "localhost"].map { Self.authority($0, port) }),
            logger: logger
        )
    }

    private var configuration: HTTPServer.Configuration {
        get throws {
            guard let port = UInt16(exactly: port) else { throw StartError.noSuchPort(port) }
            return switch address {
            case .ip4:
                HTTPServer.Configuration(
                    address: try .inet(ip4: address.rawValue, port: port),
                    logger: .disabled
                )
            case .ip6:
                HTTPServer.Configuration(
                    address: try .inet6(ip6: address.rawValue, port: port),
                    logger: .disabled
                )
            }
        }
    }

    private static func port(of server: HTTPServer) async throws -> Int {
        switch await server.listeningAddress {
        case .ip4(_, let port)?, .ip6(_, let port)?: return Int(port)
        default: throw StartError.cannotListen(address: "", port: 0, reason: "the server has no address")
        }
    }

    private static func authority(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension MonitoringServer {
    /// Why nobody can ask.
    package enum StartError: Error, Hashable, CustomStringConvertible {
        case noSuchPort(Int)
        case cannotListen(address: String, port: Int, reason: String)

        package var description: String {
            switch self {
            case .noSuchPort(let port):
                "There is no port \(port); monitoring.port must be 1 to 65535, or 0 for none."
            case .cannotListen(let address, let port, let reason):
                "Cannot listen on port \(port) of \(address): \(reason). Choose another monitoring.port."
            }
        }
    }
}
