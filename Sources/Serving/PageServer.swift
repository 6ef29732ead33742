internal import FlyingFox
internal import FlyingSocks
internal import Foundation
package import Logging
internal import ServiceLifecycle

/// Answers questions for pages at a port of this machine, which nobody else can reach but through a reverse proxy.
package struct PageServer: Service {
    /// One of this machine's own addresses.
    package enum Loopback: String, CaseIterable, Sendable {
        case ip4 = "127.0.0.1"
        case ip6 = "::1"
    }

    /// What is served, and where.
    package struct Settings: Sendable {
        package let address: Loopback
        /// 0 picks a free one; the log says which.
        package let port: Int
        /// The key of the port in the configuration, for errors.
        package let portKey: String
        /// Other names than this machine's under which it is asked, such as a reverse proxy's: `example.org`.
        package let hosts: Set<String>
        /// For the log: `/live, /ready and /metrics`.
        package let subject: String

        package init(
            address: Loopback,
            port: Int,
            portKey: String,
            hosts: Set<String> = [],
            subject: String
        ) {
            self.address = address
            self.port = port
            self.portKey = portKey
            self.hosts = hosts
            self.subject = subject
        }
    }

    private let settings: Settings
    private let logger: Logger
    private let answer: @Sendable (PageRequest) async -> PageAnswer

    /// - Parameter answer: What is answered to `GET`; `HEAD` gets the same without its body.
    package init(
        settings: Settings,
        logger: Logger,
        answer: @escaping @Sendable (PageRequest) async -> PageAnswer
    ) {
        self.settings = settings
        self.logger = logger
        self.answer = answer
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
            throw StartError.cannotListen(settings, reason: message)
        }
    }

    /// - Returns: The address that was logged.
    private func open(_ server: HTTPServer) async throws -> String {
        let port = try await port(of: server)
        let own = [settings.address.rawValue, "localhost"].map { Self.authority($0, port) }
        let handler = PageHandler(hosts: Set(own).union(settings.hosts), answer: answer)
        await server.appendRoute("*", to: handler)
        let url = "http://" + Self.authority(settings.address.rawValue, port)
        logger.notice("Answers \(settings.subject)", metadata: ["url": "\(url)"])
        return url
    }

    private var configuration: HTTPServer.Configuration {
        get throws {
            guard let port = UInt16(exactly: settings.port) else { throw StartError.noSuchPort(settings) }
            let address = settings.address.rawValue
            return switch settings.address {
            case .ip4:
                HTTPServer.Configuration(address: try .inet(ip4: address, port: port), logger: .disabled)
            case .ip6:
                HTTPServer.Configuration(address: try .inet6(ip6: address, port: port), logger: .disabled)
            }
        }
    }

    private func port(of server: HTTPServer) async throws -> Int {
        switch await server.listeningAddress {
        case .ip4(_, let port)?, .ip6(_, let port)?: return Int(port)
        default: throw StartError.cannotListen(settings, reason: "the server has no address")
        }
    }

    private static func authority(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension PageServer {
    /// Why nobody can ask.
    package enum StartError: Error, Hashable, CustomStringConvertible {
        case noSuchPort(port: Int, key: String)
        case cannotListen(address: String, port: Int, key: String, reason: String)

        static func noSuchPort(_ settings: Settings) -> StartError {
            .noSuchPort(port: settings.port, key: settings.portKey)
        }

        static func cannotListen(_ settings: Settings, reason: String) -> StartError {
            let address = settings.address.rawValue
            return .cannotListen(
                address: address,
                port: settings.port,
                key: settings.portKey,
                reason: reason
            )
        }

        package var description: String {
            switch self {
            case .noSuchPort(let port, let key):
                "There is no port \(port); \(key) must be 1 to 65535, or 0 for none."
            case .cannotListen(let address, let port, let key, let reason):
                "Cannot listen on port \(port) of \(address): \(reason). Choose another \(key)."
            }
        }
    }
}
