import Networking
import Testing

@Suite struct `A WebSocket` {
    @Test func `carries many messages both ways, in order`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service) { port in
                let messages = (0..<10_000).map { Array("message \($0)".utf8) }
                let echoed = try await service.connect(Stage.request(port)) { connection in
                    async let sent: Void = connection.send(messages)
                    let echoed = try await Stage.receive(messages.count, from: connection)
                    try await sent
                    return echoed
                }
                #expect(echoed == messages)
            }
        }
    }

    @Test(arguments: [0, 1, 125, 126, 65_535, 65_536, 65_537, 300_000, 1 << 20])
    func `carries a message of any size up to its limit`(size: Int) async throws {
        try await Stage.run { service in
            try await Stage.listening(service) { port in
                let message = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
                let echoed = try await service.connect(Stage.request(port)) { connection in
                    try await connection.send([message])
                    return try await Stage.receive(1, from: connection)
                }
                #expect(echoed == [message])
            }
        }
    }

    @Test func `is refused a message beyond the limit, with 1009`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service, Stage.listener(limit: 1000)) { port in
                let error = try await #require(throws: WebSocketError.self) {
                    try await service.connect(Stage.request(port)) { connection in
                        try await connection.send([Array(repeating: 65, count: 1001)])
                        _ = try await connection.receive()
                    }
                }
                #expect(error == .closed(code: 1009, reason: "at most 1000 bytes"))
            }
        }
    }

    @Test func `delivers what came before it was closed`() async throws {
        try await Stage.run { service in
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                try? await connection.send((0..<500).map { Array("\($0)".utf8) })
                connection.close(code: 4001, reason: "enough")
            }
            try await Stage.listening(service, serve: serve) { port in
                try await service.connect(Stage.request(port)) { connection in
                    let messages = try await Stage.receive(500, from: connection)
                    #expect(messages.last == Array("499".utf8))
                    await #expect(throws: WebSocketError.closed(code: 4001, reason: "enough")) {
                        _ = try await connection.receive()
                    }
                    await #expect(throws: WebSocketError.closed(code: 4001, reason: "enough")) {
                        try await connection.send([[65]])
                    }
                }
            }
        }
    }

    @Test func `says its last words behind all that was accepted before`() async throws {
        try await Stage.run { service in
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                try? await connection.send(Array(repeating: Array(repeating: 65, count: 1 << 16), count: 40))
                connection.close(code: 4002, reason: "that was all")
            }
            try await Stage.listening(service, Stage.listener(buffered: 16 << 20), serve: serve) { port in
                try await service.connect(Stage.request(port, buffered: 1 << 16)) { connection in
                    let messages = try await Stage.receive(40, from: connection)
                    #expect(messages.count == 40)
                    await #expect(throws: WebSocketError.closed(code: 4002, reason: "that was all")) {
                        _ = try await connection.receive()
                    }
                }
            }
        }
    }

    @Test func `tells the server who came, and how`() async throws {
        try await Stage.run { service in
            let (handshakes, seen) = AsyncStream<(WebSocketHandshake, String, String?)>.makeStream()
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                if let handshake = connection.handshake {
                    seen.yield((handshake, connection.context, connection.subprotocol))
                }
            }
            let authorise: @Sendable (WebSocketHandshake) -> WebSocketVerdict = { handshake in
                .accept(context: handshake.header("authorization") ?? "")
            }
            try await Stage.listening(service, authorise: authorise, serve: serve) { port in
                let request = Stage.request(
                    port,
                    path: "/_matrix/client/stream?since=s1%26%3D&filter=%7B%22a%22%3A1%7D&empty=&since=again",
                    headers: [("Authorization", "Bearer secret"), ("Origin", "https://example.org")]
                )
                _ = try await service.connect(request) { try? await $0.receive() }
                for await (handshake, context, subprotocol) in handshakes {
                    #expect(handshake.method == "GET")
                    #expect(handshake.path == "/_matrix/client/stream")
                    #expect(handshake.query.map(\.name) == ["since", "filter", "empty", "since"])
                    #expect(handshake.query.map(\.value) == ["s1&=", #"{"a":1}"#, "", "again"])
                    #expect(handshake.header("ORIGIN") == "https://example.org")
                    #expect(handshake.header("Host") == "127.0.0.1:\(port)")
                    #expect(handshake.subprotocols == ["m.json"])
                    #expect(handshake.peerAddress == "127.0.0.1")
                    #expect(context == "Bearer secret")
                    #expect(subprotocol == "m.json")
                    break
                }
            }
        }
    }

    @Test func `is for many at once`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service) { port in
                await withThrowingTaskGroup(of: [[UInt8]].self) { group in
                    for number in 0..<40 {
                        group.addTask {
                            try await service.connect(Stage.request(port)) { connection in
                                try await connection.send((0..<50).map { Array("\(number)/\($0)".utf8) })
                                return try await Stage.receive(50, from: connection)
                            }
                        }
                    }
                    await #expect(throws: Never.self) {
                        var answered = 0
                        for try await echoed in group {
                            #expect(
                                Set(echoed.map { String(decoding: $0.prefix { $0 != 47 }, as: UTF8.self) })
                                    .count == 1
                            )
                            answered += 1
                        }
                        #expect(answered == 40)
                    }
                }
            }
        }
    }
}
