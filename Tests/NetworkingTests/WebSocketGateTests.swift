import Foundation
import Networking
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A WebSocket listener that asks first` {
    private static let handshake =
        "GET /stream?since=s1%5F2&x=a+b HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Protocol: m.json\r\nAuthorization: Bearer t\r\n\r\n"

    /// Listens while `body` runs.
    private func listening<Result: Sendable>(
        _ service: WebSocketService,
        _ listener: WebSocketListener = Stage.listener(handshake: .milliseconds(200)),
        asking: @escaping @Sendable (WebSocketHandshake) async -> WebSocketVerdict,
        _ body: @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let (ports, port) = AsyncStream<Int>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await service.listen(
                    listener,
                    onListening: { port.yield($0) },
                    asking: asking,
                    serve: Stage.echo
                )
            }
            defer { group.cancelAll() }
            for await number in ports { return try await body(number) }
            try await group.next()
            throw WebSocketError.cannotStart
        }
    }

    /// What a stranger gets who sends these pieces one after the other.
    private func answer(to pieces: [String]) async throws -> String {
        try await Stage.run { service in
            try await listening(service, asking: { _ in .reject(status: 403, json: "{}") }) { port in
                try await blocking {
                    let socket = try RawSocket(port: port)
                    defer { socket.close() }
                    for piece in pieces {
                        socket.send(piece)
                        usleep(2000)
                    }
                    return String(decoding: socket.readToEnd(), as: UTF8.self)
                }
            }
        }
    }

    @Test func `lets in with what the verdict attaches`() async throws {
        try await Stage.run { service in
            let asked: @Sendable (WebSocketHandshake) async -> WebSocketVerdict = { handshake in
                await Task.yield()
                let isRight =
                    handshake.header("Authorization") == "Bearer t" && handshake.parameter("since") == "s1_2"
                    && handshake.parameter("x") == "a b" && handshake.path == "/stream"
                    && handshake.subprotocols == ["m.json"] && handshake.peerAddress == "127.0.0.1"
                return isRight ? .accept(context: "c", attachment: 7) : .reject(status: 400, json: "{}")
            }
            try await listening(service, asking: asked) { port in
                let request = Stage.request(
                    port,
                    path: "/stream?since=s1%5F2&x=a+b",
                    headers: [("Authorization", "Bearer t")]
                )
                try await service.connect(request) { connection in
                    try await connection.send([Array("hello".utf8)])
                    let echo = try await connection.receive()
                    #expect(echo == [Array("hello".utf8)])
                    #expect(connection.subprotocol == "m.json")
                }
            }
        }
    }

    @Test func `says when to come back`() async throws {
        try await Stage.run { service in
            let verdict = WebSocketVerdict.reject(status: 429, json: "{}", retryAfter: 9)
            try await listening(service, asking: { _ in verdict }) { port in
                let error = try await Stage.ending(service, Stage.request(port))
                #expect(error == .refused(status: 429, body: "{}", retryAfter: "9"))
            }
        }
    }

    @Test func `lets others in while one waits, and drops that one when the service ends`() async throws {
        try await Stage.run { service in
            let (waiting, waits) = AsyncStream.makeStream(of: Void.self)
            let asked: @Sendable (WebSocketHandshake) async -> WebSocketVerdict = { handshake in
                guard handshake.path == "/slow" else { return .accept(context: "") }
                waits.finish()
                try? await Task.sleep(for: .seconds(3600))
                return .accept(context: "")
            }
            try await listening(service, asking: asked) { port in
                async let slow = Stage.ending(service, Stage.request(port, path: "/slow"))
                for await _ in waiting {}
                try await service.connect(Stage.request(port)) { connection in
                    try await connection.send([Array("quick".utf8)])
                    let echo = try await connection.receive()
                    #expect(echo == [Array("quick".utf8)])
                }
                // Whoever waits for a verdict is let go too when the service ends.
                await service.shutdown()
                let ending = try await slow
                #expect(ending != nil)
            }
        }
    }

    @Test(arguments: [
        ([handshake], "HTTP/1.1 403 "),
        (
            handshake.split(separator: "\r\n", omittingEmptySubsequences: false).map { "\($0)\r\n" },
            "HTTP/1.1 403 "
        ),
        (["GET / HTTP/1.1\r\nHost: h\r\n\r\n"], "HTTP/1.1 426 "),
        (["POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n"], "HTTP/1.1 405 "),
        ([handshake.replacing("Version: 13", with: "Version: 8")], "HTTP/1.1 400 "),
        ([handshake.replacing("Host: h", with: "Authorization: Bearer u\r\nHost: h")], "HTTP/1.1 400 "),
        ([handshake.replacing("m.json", with: "m.xml")], "HTTP/1.1 400 "),
        (["\u{16}\u{3}\u{1}garbage\r\n\r\n"], ""), (["GET /never-ends HTTP/1.1\r\n"], ""), ([""], ""),
        ([String(repeating: "x", count: 40_000)], ""),
    ])
    func `answers strangers`(pieces: [String], start: String) async throws {
        let answer = try await answer(to: pieces)
        #expect(answer.hasPrefix(start) && (!start.isEmpty || answer.count < 400), "\(answer)")
    }

    @Test func `forgets who goes while it waits`() async throws {
        try await Stage.run { service in
            let asked: @Sendable (WebSocketHandshake) async -> WebSocketVerdict = { _ in
                await Task.yield()
                return .accept(context: "")
            }
            try await listening(service, Stage.listener(connections: 2), asking: asked) { port in
                try await blocking {
                    for _ in 0..<200 {
                        let socket = try RawSocket(port: port)
                        socket.send(Self.handshake)
                        socket.close()
                    }
                }
                // There is room again as soon as the last of them is forgotten.
                while true {
                    do {
                        try await service.connect(Stage.request(port)) { _ in }
                        return
                    } catch is WebSocketError {
                        try Task.checkCancellation()
                    }
                }
            }
        }
    }
}
