import Networking
import Testing

@Suite struct `Against a hostile server a WebSocket` {
    private static let letters = Array(repeating: UInt8(65), count: 70_000)

    /// What the client says the end was, and the code that the server got.
    private func ending(
        limit: Int = 100_000,
        _ script: @escaping @Sendable (RawSocket) -> Void
    ) async throws -> (error: WebSocketError?, code: Int?) {
        let (codes, code) = AsyncStream<Int?>.makeStream()
        return try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                script(socket)
                code.yield(Frame.closeCode(from: socket))
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port, limit: limit))
                for await code in codes { return (error, code) }
                return (error, nil)
            }
        }
    }

    @Test func `refuses a frame of 200 MB before it comes`() async throws {
        let (error, code) = try await ending { socket in
            socket.send(Frame.head(Frame.text, length: 200 << 20))
            socket.send(Self.letters)
        }
        #expect(error == .messageTooLarge(limit: 100_000))
        #expect(code == 1009)
    }

    @Test func `refuses a message that grows too large by fragments`() async throws {
        let (error, code) = try await ending { socket in
            socket.send(Frame(opcode: Frame.text, isFinal: false, payload: Self.letters).bytes())
            socket.send(Frame(opcode: 0, payload: Self.letters).bytes())
        }
        #expect(error == .messageTooLarge(limit: 100_000))
        #expect(code == 1009)
    }

    /// Where libwebsockets used to write past its buffer.
    @Test func `survives what comes after a message that is too large`() async throws {
        let (error, code) = try await ending(limit: 1000) { socket in
            for _ in 0..<20 { socket.send(Frame(opcode: Frame.text, payload: Self.letters).bytes()) }
            for _ in 0..<1000 { socket.send(Frame(opcode: Frame.text, payload: [66]).bytes()) }
        }
        #expect(error == .messageTooLarge(limit: 1000))
        #expect(code == 1009)
    }

    @Test func `refuses binary messages with 1003`() async throws {
        let (error, code) = try await ending { socket in
            for _ in 0..<20 { socket.send(Frame(opcode: Frame.binary, payload: Self.letters).bytes()) }
        }
        #expect(error == .binaryMessage)
        #expect(code == 1003)
    }

    @Test(arguments: [
        [0x83, 0x00], [0xC1, 0x01, 0x41], [0x09, 0x00], [0x80, 0x01, 0x41], [0x81, 0xFF, 0xFF],
    ])
    func `ends at frames that are none`(bytes: [UInt8]) async throws {
        let (error, _) = try await ending { socket in
            socket.send(bytes + Array(repeating: 255, count: 20))
        }
        guard case .closed = error else {
            Issue.record("expected an end, found \(String(describing: error))")
            return
        }
    }

    @Test func `notices that the other side vanished in mid-frame`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                socket.send(Frame(opcode: Frame.text, payload: [65]).bytes())
                socket.send(Frame.head(Frame.text, length: 1000) + [66, 66])
            }) { port in
                try await service.connect(Stage.request(port)) { connection in
                    let messages = try await connection.receive()
                    #expect(messages == [[65]])
                    await #expect(throws: WebSocketError.closed(code: nil, reason: "")) {
                        _ = try await connection.receive()
                    }
                }
            }
        }
    }

    /// One bad text must not take the batch with it.
    @Test func `hands on text that is not UTF-8`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                for payload in [[65], [0xff, 0xfe], [66]] as [[UInt8]] {
                    socket.send(Frame(opcode: Frame.text, payload: payload).bytes())
                }
                _ = socket.readToEnd()
            }) { port in
                let messages = try await service.connect(Stage.request(port)) {
                    try await Stage.receive(3, from: $0)
                }
                #expect(messages == [[65], [0xff, 0xfe], [66]])
            }
        }
    }

    @Test func `reassembles fragments, with control frames between them`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                let pieces = ["a", "b", "", "c"].enumerated().map { index, text in
                    Frame(opcode: index == 0 ? Frame.text : 0, isFinal: index == 3, payload: Array(text.utf8))
                        .bytes()
                }
                let ping = Frame(opcode: Frame.ping, payload: [1]).bytes()
                for byte in pieces.joined(separator: ping) { socket.send([byte]) }
                _ = socket.readToEnd()
            }) { port in
                let messages = try await service.connect(Stage.request(port)) { try await $0.receive() }
                #expect(messages == [Array("abc".utf8)])
            }
        }
    }

    /// libwebsockets answers one of them, and RFC 6455 allows that. We never send a second before the first is answered
    /// by something, and take anything that comes as a sign of life.
    @Test func `lives on after ten pings in one packet`() async throws {
        let (frames, seen) = AsyncStream<Frame>.makeStream()
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                socket.send((0..<10).flatMap { Frame(opcode: Frame.ping, payload: [$0]).bytes() })
                if let frame = Frame.read(from: socket) { seen.yield(frame) }
                socket.send(Frame(opcode: Frame.text, payload: [65]).bytes())
                _ = socket.readToEnd()
            }) { port in
                let messages = try await service.connect(Stage.request(port)) { try await $0.receive() }
                #expect(messages == [[65]])
                for await frame in frames {
                    #expect(frame == Frame(opcode: Frame.pong, payload: [0]))
                    break
                }
            }
        }
    }

    @Test(arguments: [
        (1000, 1000), (1001, 1001), (1011, 1011), (4999, 4999),
        // libwebsockets rewrites these. The error says so.
        (1012, 1002), (1013, 1002), (1014, 1002), (1002, 1002),
    ])
    func `says with which code it was closed`(sent: Int, found: Int) async throws {
        let (error, _) = try await ending { $0.send(Frame.closing(sent, "because").bytes()) }
        #expect(error == .closed(code: found, reason: "because"))
        #expect("\(String(describing: error))".contains("1012") == (found == 1002))
    }

    @Test func `says that it was closed without a code`() async throws {
        let (error, _) = try await ending { $0.send(Frame(opcode: Frame.close, payload: []).bytes()) }
        #expect(error == .closed(code: 1005, reason: ""))
    }
}
