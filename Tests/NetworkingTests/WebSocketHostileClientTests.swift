import Foundation
import Networking
import Testing

@Suite struct `Before strangers a WebSocket listener` {
    private static let handshake =
        "GET /stream HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Protocol: m.json\r\n\r\n"

    /// What a stranger gets who sends `bytes` and then waits.
    private func answer(
        to bytes: [UInt8],
        _ listener: WebSocketListener = Stage.listener(handshake: .milliseconds(200)),
        authorise: @escaping @Sendable (WebSocketHandshake) -> WebSocketVerdict = { _ in .accept(context: "")
        }
    ) async throws -> String {
        try await Stage.run { service in
            try await Stage.listening(service, listener, authorise: authorise) { port in
                try await blocking {
                    let socket = try RawSocket(port: port)
                    defer { socket.close() }
                    socket.send(bytes)
                    return String(decoding: socket.readToEnd(), as: UTF8.self)
                }
            }
        }
    }

    @Test(arguments: [
        ("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n", "HTTP/1.1 426 ", "Upgrade: websocket"),
        ("POST /stream HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 405 ", "Allow: GET"),
        ("PUT /stream HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 405 ", "Allow: GET"),
        (handshake.replacing("GET", with: "POST"), "HTTP/1.1 405 ", "Allow: GET"),
        (handshake.replacing("Version: 13", with: "Version: 8"), "HTTP/1.1 400 ", "M_UNRECOGNIZED"),
        (handshake.replacing("Host: h\r\n", with: ""), "HTTP/1.1 400 ", "M_UNRECOGNIZED"),
        (handshake.replacing("Upgrade: websocket", with: "Upgrade: h2c"), "HTTP/1.1 400 ", "M_UNRECOGNIZED"),
        (handshake.replacing("m.json", with: "m.xml"), "HTTP/1.1 400 ", "offer one of: m.json"),
        (handshake.replacing("m.json", with: "(none)"), "HTTP/1.1 400 ", "offer one of: m.json"),
    ])
    func `answers what is no handshake`(request: String, start: String, contained: String) async throws {
        let answer = try await answer(to: Array(request.utf8))
        #expect(answer.hasPrefix(start), "\(answer)")
        #expect(answer.contains(contained))
        #expect(answer.contains("Connection: close"))
    }

    @Test func `says before the upgrade why it refuses`() async throws {
        try await Stage.run { service in
            let json = #"{"errcode":"M_UNKNOWN_TOKEN","error":"No."}"#
            try await Stage.listening(service, authorise: { _ in .reject(status: 401, json: json) }) { port in
                let error = try await Stage.ending(service, Stage.request(port))
                #expect(error == .refused(status: 401, body: json, retryAfter: nil))
            }
        }
    }

    @Test func `answers 503 beyond its connections, and takes new ones when old ones go`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service, Stage.listener(connections: 1)) { port in
                try await service.connect(Stage.request(port)) { _ in
                    guard case .refused(503, _, "30") = try await Stage.ending(service, Stage.request(port))
                    else {
                        Issue.record("expected 503")
                        return
                    }
                }
                try await service.connect(Stage.request(port)) { connection in
                    try await connection.send([[65]])
                    let messages = try await connection.receive()
                    #expect(messages == [[65]])
                }
            }
        }
    }

    @Test(arguments: ["", "GET / HTT", "GET / HTTP/1.1\r\nHost: h\r\nX: y"])
    func `drops a handshake that does not end`(beginning: String) async throws {
        let answer = try await answer(to: Array(beginning.utf8))
        #expect(answer.isEmpty, "\(answer)")
    }

    @Test(arguments: [
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "BREW / HTTP/1.1\r\n\r\n", "GET /%0 HTTP/1.1\r\n\r\n",
        "\u{16}\u{3}\u{1}",
        "\r\n\r\n\r\n",
    ])
    func `drops what is no request`(garbage: String) async throws {
        let answer = try await answer(to: Array(garbage.utf8))
        #expect(answer.isEmpty || answer.prefix(10).hasSuffix(" 4"), "\(answer)")
    }

    @Test func `drops headers without end`() async throws {
        let line = "X-Long: " + String(repeating: "x", count: 5000) + "\r\n"
        let bytes = Array(("GET / HTTP/1.1\r\n" + String(repeating: line, count: 100)).utf8)
        #expect(try await !answer(to: bytes).hasPrefix("HTTP/1.1 101"))
    }

    /// What a stranger is told who upgrades properly and then sends `bytes`.
    private func code(after bytes: [UInt8], limit: Int = 1000) async throws -> Int? {
        try await Stage.run { service in
            try await Stage.listening(service, Stage.listener(limit: limit)) { port in
                try await blocking {
                    let socket = try RawSocket(port: port)
                    defer { socket.close() }
                    socket.send(Self.handshake)
                    #expect(socket.readHead().contains("Sec-WebSocket-Protocol: m.json\r\n"))
                    socket.send(bytes)
                    return Frame.closeCode(from: socket)
                }
            }
        }
    }

    @Test func `refuses frames of 200 MB, binary ones and what follows`() async throws {
        let letters = Array(repeating: UInt8(65), count: 70_000)
        let large = Frame(opcode: Frame.text, payload: letters).bytes(masked: true)
        let announced = Frame.head(Frame.text, length: 200 << 20, masked: true) + [1, 2, 3, 4] + letters
        let binary = Frame(opcode: Frame.binary, payload: [1]).bytes(masked: true)
        #expect(try await code(after: announced) == 1009)
        #expect(try await code(after: Array(repeatElement(large, count: 20).joined())) == 1009)
        #expect(try await code(after: Array(repeatElement(binary, count: 200).joined())) == 1003)
    }

    @Test func `drops a client that does not read its close`() async throws {
        try await Stage.run { service in
            let serve: @Sendable (WebSocketConnection) async -> Void = { $0.close(code: 1001, reason: "") }
            try await Stage.listening(service, serve: serve) { port in
                try await blocking {
                    let socket = try RawSocket(port: port)
                    defer { socket.close() }
                    socket.send(Self.handshake)
                    // No answer to the close: the end comes nevertheless.
                    let rest = socket.readToEnd()
                    #expect(rest.suffix(2) == [0x03, 0xe9])
                }
            }
        }
    }
}
