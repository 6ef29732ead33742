import Networking

/// A service, and what is usual about requests and listeners.
enum Stage {
    static func run<Result: Sendable>(_ body: (WebSocketService) async throws -> Result) async throws
        -> Result
    {
        let service = try WebSocketService()
        do {
            let result = try await body(service)
            await service.shutdown()
            return result
        } catch {
            await service.shutdown()
            throw error
        }
    }

    static func request(
        _ port: Int,
        path: String = "/",
        scheme: String = "ws",
        host: String = "127.0.0.1",
        headers: [(name: String, value: String)] = [],
        subprotocol: String? = "m.json",
        caFile: String? = nil,
        limit: Int = 1 << 20,
        timeout: Duration = .seconds(5),
        ping: Duration = .seconds(10),
        silence: Duration = .seconds(30),
        buffered: Int = 1 << 20
    ) -> WebSocketRequest {
        WebSocketRequest(
            url: "\(scheme)://\(host):\(port)\(path)",
            headers: headers,
            subprotocol: subprotocol,
            caFile: caFile,
            maximumMessageBytes: limit,
            connectTimeout: timeout,
            pingInterval: ping,
            silenceLimit: silence,
            maximumBufferedBytes: buffered
        )
    }

    static func listener(
        host: String = "127.0.0.1",
        certificate: String? = nil,
        key: String? = nil,
        limit: Int = 1 << 20,
        ping: Duration = .seconds(54),
        silence: Duration = .seconds(120),
        handshake: Duration = .seconds(5),
        connections: Int = 100,
        buffered: Int = 1 << 20,
        port: Int = 0
    ) -> WebSocketListener {
        WebSocketListener(
            host: host,
            port: port,
            certificateFile: certificate,
            keyFile: key,
            subprotocols: ["m.json"],
            maximumMessageBytes: limit,
            pingInterval: ping,
            silenceLimit: silence,
            handshakeTimeout: handshake,
            maximumConnections: connections,
            maximumBufferedBytes: buffered
        )
    }

    /// Listens while `body` runs.
    static func listening<Result: Sendable>(
        _ service: WebSocketService,
        _ listener: WebSocketListener = listener(),
        authorise: @escaping @Sendable (WebSocketHandshake) -> WebSocketVerdict = { _ in .accept(context: "")
        },
        serve: @escaping @Sendable (WebSocketConnection) async -> Void = echo,
        _ body: @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let (ports, port) = AsyncStream<Int>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await service.listen(
                    listener,
                    onListening: { port.yield($0) },
                    authorise: authorise,
                    serve: serve
                )
            }
            defer { group.cancelAll() }
            for await number in ports { return try await body(number) }
            try await group.next()
            throw WebSocketError.cannotStart
        }
    }

    /// Says again whatever it hears.
    @Sendable static func echo(_ connection: WebSocketConnection) async {
        do {
            while true { try await connection.send(try await connection.receive()) }
        } catch {
            // The connection has ended: so has its echo.
        }
    }

    /// The next `count` messages.
    static func receive(_ count: Int, from connection: WebSocketConnection) async throws -> [[UInt8]] {
        var messages: [[UInt8]] = []
        while messages.count < count { messages += try await connection.receive() }
        return messages
    }

    /// Why a connection to `request` ends, if nothing is said on it.
    static func ending(_ service: WebSocketService, _ request: WebSocketRequest) async throws
        -> WebSocketError?
    {
        do {
            try await service.connect(request) { connection in
                while true { _ = try await connection.receive() }
            }
        } catch let error as WebSocketError {
            return error
        }
        return nil
    }
}
