internal import FlyingFox
internal import FlyingSocks
internal import Foundation
package import Networking

/// Serves an embedded homeserver on loopback: the stream on one port, calls and the chat page on another.
package struct Endpoint: Sendable {
    /// Where it can be reached.
    package struct Addresses: Hashable, Sendable {
        /// `ws://127.0.0.1:PORT`, for the stream.
        package let streamURL: String
        /// `http://127.0.0.1:PORT`, for the page and the client API.
        package let apiURL: String
    }

    let homeserver: EmbeddedHomeserver
    let sockets: WebSocketService
    let page: PageSettings?
    let quietLimit: Duration

    /// - Parameters:
    ///   - page: What the chat page shows; nil for none.
    ///   - quietLimit: A client of the stream hears something at least this often.
    package init(
        homeserver: EmbeddedHomeserver,
        sockets: WebSocketService,
        page: PageSettings?,
        quietLimit: Duration = .seconds(60)
    ) {
        self.homeserver = homeserver
        self.sockets = sockets
        self.page = page
        self.quietLimit = quietLimit
    }

    /// Serves until cancelled.
    ///
    /// - Parameters:
    ///   - streamPort: 0 picks a free one.
    ///   - pagePort: 0 picks a free one.
    ///   - onListening: Told once, when both can be reached.
    /// - Throws: ``StartError`` or `WebSocketError` where a port cannot be had.
    package func run(
        streamPort: Int,
        pagePort: Int,
        onListening: @Sendable (Addresses) -> Void
    ) async throws {
        let server = HTTPServer(config: try configuration(port: pagePort))
        let (ports, found) = AsyncStream.makeStream(of: Ports.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { found.finish() }
                try await serve(server, on: pagePort)
            }
            group.addTask {
                defer { found.finish() }
                // The stream must know the page's address, to let the page in and no other.
                try await server.waitUntilListening(timeout: 60)
                let page = try await Self.port(of: server)
                try await stream(forPageOn: page, port: streamPort).run { stream in
                    found.yield(Ports(page: page, stream: stream))
                }
            }
            var iterator = ports.makeAsyncIterator()
            if let ports = await iterator.next() {
                await server.appendRoute("*", to: site(on: ports))
                onListening(Addresses(ports))
            }
            try await group.next()
            group.cancelAll()
        }
    }
}

extension Endpoint {
    /// Why the page and the calls cannot be served.
    package enum StartError: Error, Hashable, CustomStringConvertible {
        case noSuchPort(Int)
        case cannotListen(port: Int, reason: String)

        package var description: String {
            switch self {
            case .noSuchPort(let port):
                "There is no port \(port); it must be 0 to 65535, where 0 picks a free one."
            case .cannotListen(let port, let reason):
                "Cannot listen on port \(port) of 127.0.0.1: \(reason). Choose another, or 0 for any free one."
            }
        }
    }

    fileprivate struct Ports: Sendable {
        let page: Int
        let stream: Int
    }

    private func configuration(port: Int) throws -> HTTPServer.Configuration {
        guard let port16 = UInt16(exactly: port) else { throw StartError.noSuchPort(port) }
        return HTTPServer.Configuration(
            address: try .inet(ip4: "127.0.0.1", port: port16),
            // Longer than the discussion may make its page wait, and than a sync may wait for news.
            timeout: 120,
            pool: PromptSocketPool(),
            logger: .disabled
        )
    }

    private func serve(_ server: HTTPServer, on port: Int) async throws {
        do {
            try await server.run()
        } catch let SocketError.failed(_, _, message) {
            throw StartError.cannotListen(port: port, reason: message)
        }
    }

    private static func port(of server: HTTPServer) async throws -> Int {
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            throw StartError.cannotListen(port: 0, reason: "the server has no address")
        }
        return Int(port)
    }

    private func stream(forPageOn pagePort: Int, port: Int) -> StreamServer<EmbeddedBackend> {
        StreamServer(
            backend: EmbeddedBackend(homeserver: homeserver, quietLimit: quietLimit),
            sockets: sockets,
            listener: listener(on: port),
            origins: Set(Self.names(of: pagePort).map { "http://\($0)" }),
            report: { _ in }
        )
    }

    private func listener(on port: Int) -> WebSocketListener {
        WebSocketListener(
            host: "127.0.0.1",
            port: port,
            subprotocols: [StreamAddress.subprotocol],
            // Room for a request whose content is too large, so that it can be told so.
            maximumMessageBytes: 4 * EmbeddedHomeserver.maximumContentBytes,
            handshakeTimeout: .seconds(10),
            maximumConnections: 256,
            maximumBufferedBytes: 1 << 20
        )
    }

    private func site(on ports: Ports) -> PageSite {
        PageSite(
            page: page,
            api: ClientAPI(homeserver: homeserver),
            hosts: Set(Self.names(of: ports.page)),
            streamURL: Addresses(ports).streamURL
        )
    }

    private static func names(of port: Int) -> [String] {
        ["127.0.0.1:\(port)", "localhost:\(port)"]
    }
}

extension Endpoint.Addresses {
    fileprivate init(_ ports: Endpoint.Ports) {
        streamURL = "ws://127.0.0.1:\(ports.stream)"
        apiURL = "http://127.0.0.1:\(ports.page)"
    }
}
