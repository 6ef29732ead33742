/// WebSocket clients and servers over one libwebsockets thread.
///
/// Make one for the whole process: a second one that starts while the first is in the middle of a TLS handshake makes
/// that fail (libwebsockets keeps one index for all), and it is then tried again.
package final class WebSocketService: Sendable {
    private let loop = WebSocketLoop()

    /// Starts the thread.
    ///
    /// - Throws: ``WebSocketError/cannotStart``.
    package init() throws {
        try loop.start()
    }

    deinit {
        try? loop.perform { $0.stop() }
    }

    /// Ends every connection and the thread. Returns when both are gone; may be called again.
    package func shutdown() async {
        try? loop.perform { $0.stop() }
        await loop.waitUntilEnded()
    }

    /// Connects, runs `body`, and closes, whatever happens. Returns when the socket is gone.
    ///
    /// - Throws: ``WebSocketError`` if there is no connection, and what `body` throws. In `body` a cancelled task
    ///   leaves ``WebSocketConnection/receive()`` and ``WebSocketConnection/send(_:)`` with a `CancellationError`.
    package func connect<Result: Sendable>(
        _ request: WebSocketRequest,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (WebSocketConnection) async throws -> Result
    ) async throws -> Result {
        let address = try WebSocketAddress(request.url)
        try request.checkHeaders()
        let channel = WebSocketChannel(
            number: loop.nextNumber(),
            maximumBufferedBytes: request.maximumBufferedBytes
        )
        try begin(channel, request, address)
        do {
            let subprotocol = try await opened(channel, within: request.connectTimeout)
            let connection = WebSocketConnection(
                subprotocol: subprotocol,
                context: "",
                attachment: nil,
                handshake: nil,
                channel: channel,
                loop: loop
            )
            let result = try await body(connection)
            await end(connection)
            return result
        } catch {
            try? loop.perform { [number = channel.number] loop in
                if let peer = loop.peers[number] {
                    loop.end(peer, with: .closed(code: 1001, reason: "going away"))
                }
            }
            await channel.waitUntilGone()
            throw error
        }
    }

    private func begin(_ channel: WebSocketChannel, _ request: WebSocketRequest, _ address: WebSocketAddress)
        throws
    {
        try loop.perform { $0.open(channel, WebSocketOpening(request: request, address: address)) }
        WebSocketResolver.resolve(address) { [loop] result in
            try? loop.perform { loop in
                switch result {
                case .success(let addresses): loop.resolved(channel.number, to: addresses, orFailed: nil)
                case .failure(let error): loop.resolved(channel.number, to: [], orFailed: error)
                }
            }
        }
    }

    private func opened(_ channel: WebSocketChannel, within limit: Duration) async throws -> String? {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await channel.wait(for: .opened) { $0.isOpen || $0.ending != nil } }
            group.addTask {
                try await Task.sleep(for: limit)
                throw WebSocketError.timedOut
            }
            defer { group.cancelAll() }
            try await group.next()
        }
        let (isOpen, ending, subprotocol) = channel.update { ($0.isOpen, $0.ending, $0.chosenSubprotocol) }
        if let ending, !isOpen { throw ending }
        return subprotocol
    }

    /// Listens until the task is cancelled, and then returns; so it does when the service is shut down.
    ///
    /// - Parameters:
    ///   - onListening: Called once, with the port.
    ///   - authorise: Decides before the upgrade. Runs on the service thread, which waits for it.
    ///   - serve: Runs in a task of its own for each connection; when it returns the connection is closed.
    /// - Throws: ``WebSocketError/cannotListen(address:reason:)``.
    package func listen(
        _ listener: WebSocketListener,
        onListening: @Sendable (Int) -> Void,
        authorise: @escaping @Sendable (WebSocketHandshake) -> WebSocketVerdict,
        serve: @escaping @Sendable (WebSocketConnection) async -> Void
    ) async throws {
        try await listen(listener, onListening: onListening, deciding: authorise, asking: nil, serve: serve)
    }

    /// Listens as ``listen(_:onListening:authorise:serve:)`` does, without TLS, where a decision takes its time.
    ///
    /// - Parameter asking: Decides before the upgrade, in a task of its own for each handshake. The handshake has
    ///   all its headers.
    package func listen(
        _ listener: WebSocketListener,
        onListening: @Sendable (Int) -> Void,
        asking: @escaping @Sendable (WebSocketHandshake) async -> WebSocketVerdict,
        serve: @escaping @Sendable (WebSocketConnection) async -> Void
    ) async throws {
        precondition(listener.certificateFile == nil, "a handshake cannot be read before its TLS")
        try await listen(listener, onListening: onListening, deciding: nil, asking: asking, serve: serve)
    }

    private func listen(
        _ listener: WebSocketListener,
        onListening: @Sendable (Int) -> Void,
        deciding: (@Sendable (WebSocketHandshake) -> WebSocketVerdict)?,
        asking: (@Sendable (WebSocketHandshake) async -> WebSocketVerdict)?,
        serve: @escaping @Sendable (WebSocketConnection) async -> Void
    ) async throws {
        let socket = try WebSocketListeningSocket(host: listener.host, port: listener.port)
        let (arrivals, arrived) = AsyncStream<WebSocketArrival>.makeStream()
        let acceptor = WebSocketAcceptor(
            number: loop.nextNumber(),
            listener: listener,
            authorise: deciding,
            arrived: arrived
        )
        try await start(acceptor, on: socket)
        onListening(socket.port)
        await withDiscardingTaskGroup { group in
            for await arrival in arrivals {
                group.addTask {
                    switch arrival {
                    case .connection(let connection):
                        await serve(connection)
                        await self.end(connection)
                    case .question(let handshake, let number):
                        guard let verdict = await asking?(handshake) else { return }
                        try? self.loop.perform { $0.decided(number, verdict) }
                    }
                }
            }
            await stop(acceptor)
            group.cancelAll()
        }
    }

    private func start(_ acceptor: WebSocketAcceptor, on socket: WebSocketListeningSocket) async throws {
        let answers = AsyncStream<WebSocketError?>.makeStream()
        try loop.perform { loop in
            do throws(WebSocketError) {
                try loop.listen(acceptor, on: socket.descriptor)
                answers.continuation.yield(nil)
            } catch {
                answers.continuation.yield(error)
            }
        }
        for await error in answers.stream {
            if let error { throw error }
            return
        }
    }

    /// Returns when the port is free, even in a task that is cancelled.
    private func stop(_ acceptor: WebSocketAcceptor) async {
        await withCheckedContinuation { continuation in
            do throws(WebSocketError) {
                try loop.perform { loop in
                    loop.stop(acceptor)
                    continuation.resume()
                }
            } catch {
                // Without a thread there is no socket either.
                continuation.resume()
            }
        }
    }

    private func end(_ connection: WebSocketConnection) async {
        let closing =
            Task.isCancelled
            ? WebSocketClosing(code: 1001, reason: "going away", flushesFirst: false)
            : WebSocketClosing(code: 1000, reason: "", flushesFirst: true)
        connection.close(closing)
        await connection.channel.waitUntilGone()
    }
}
