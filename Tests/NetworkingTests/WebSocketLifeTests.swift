import Foundation
import Networking
import Testing

@Suite struct `The life of a WebSocket` {
    /// What this process has open to `port`, both ends: other tests open and close theirs meanwhile.
    private static func sockets(at port: Int) throws -> Int {
        let wanted = ":" + String(UInt16(port), radix: 16, uppercase: true).leftPadded(to: 4)
        let table = try String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8)
        let inodes = table.split(separator: "\n").compactMap { line -> String? in
            let fields = line.split(separator: " ")
            guard fields.count > 9, fields[1].hasSuffix(wanted) || fields[2].hasSuffix(wanted) else {
                return nil
            }
            return "socket:[\(fields[9])]"
        }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
        }
        return open.filter(Set(inodes).contains).count
    }

    @Test func `leaves nothing behind after 200 connections`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service) { port in
                for number in 0..<200 {
                    let echoed = try await service.connect(Stage.request(port)) { connection in
                        try await connection.send([Array("\(number)".utf8)])
                        return try await connection.receive()
                    }
                    #expect(echoed == [Array("\(number)".utf8)])
                }
                // The listener, and at most the server's end of the last connection.
                let left = try Self.sockets(at: port)
                #expect(left <= 2)
            }
        }
    }

    @Test func `ends when what was done with it throws`() async throws {
        struct Mishap: Error {}
        try await Stage.run { service in
            try await Stage.listening(service) { port in
                await #expect(throws: Mishap.self) {
                    try await service.connect(Stage.request(port)) { _ in throw Mishap() }
                }
                let left = try Self.sockets(at: port)
                #expect(left <= 2)
            }
        }
    }

    @Test func `ends when its task is cancelled, whatever it waits for`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                _ = socket.readToEnd()
            }) { port in
                let (beginnings, begun) = AsyncStream<Void>.makeStream()
                await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await service.connect(Stage.request(port)) { connection in
                            begun.yield()
                            _ = try await connection.receive()
                        }
                    }
                    for await _ in beginnings { break }
                    group.cancelAll()
                    await #expect(throws: CancellationError.self) { try await group.next() }
                }
            }
        }
    }

    @Test func `ends a connect that is cancelled before it is open`() async throws {
        try await Stage.run { service in
            let (beginnings, begun) = AsyncStream<Void>.makeStream()
            try await RawServer.run({ socket in
                _ = socket.readHead()
                begun.yield()
                _ = socket.readToEnd()
            }) { port in
                await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await service.connect(Stage.request(port)) { _ in } }
                    for await _ in beginnings { break }
                    group.cancelAll()
                    await #expect(throws: CancellationError.self) { try await group.next() }
                }
            }
        }
    }

    @Test func `ends with its service, on both sides`() async throws {
        let service = try WebSocketService()
        try await Stage.listening(service) { port in
            let (beginnings, begun) = AsyncStream<Void>.makeStream()
            await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        try await service.connect(Stage.request(port)) { connection in
                            begun.yield()
                            _ = try await connection.receive()
                        }
                    }
                }
                var open = 0
                for await _ in beginnings {
                    open += 1
                    if open == 5 { break }
                }
                await service.shutdown()
                for _ in 0..<5 { await #expect(throws: WebSocketError.self) { try await group.next() } }
            }
            await service.shutdown()
            await #expect(throws: WebSocketError.shutDown) {
                try await service.connect(Stage.request(port)) { _ in }
            }
        }
    }

    @Test func `ends with a word when its listener does`() async throws {
        try await Stage.run { service in
            let (ports, port) = AsyncStream<Int>.makeStream()
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await service.listen(
                        Stage.listener(),
                        onListening: { port.yield($0) },
                        authorise: { _ in .accept(context: "") },
                        serve: Stage.echo
                    )
                }
                for await port in ports {
                    await #expect(throws: WebSocketError.closed(code: 1001, reason: "going away")) {
                        try await service.connect(Stage.request(port)) { connection in
                            try await connection.send([[65]])
                            _ = try await connection.receive()
                            group.cancelAll()
                            _ = try await connection.receive()
                        }
                    }
                    break
                }
            }
        }
    }

    @Test func `frees its port when listening ends`() async throws {
        try await Stage.run { service in
            let port = try await Stage.listening(service) { port in
                await #expect(throws: WebSocketError.self) {
                    try await Stage.listening(service, Stage.listener(port: port)) { _ in }
                }
                return port
            }
            try await Stage.listening(service, Stage.listener(port: port)) { again in
                #expect(again == port)
                let echoed = try await service.connect(Stage.request(port)) { connection in
                    try await connection.send([[65]])
                    return try await connection.receive()
                }
                #expect(echoed == [[65]])
            }
        }
    }

    @Test func `can be had from several listeners with subprotocols of their own`() async throws {
        try await Stage.run { service in
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                try? await connection.send([Array("second".utf8)])
            }
            try await Stage.listening(service) { _ in
                try await Stage.listening(service, serve: serve) { port in
                    let said = try await service.connect(Stage.request(port)) { try await $0.receive() }
                    #expect(said == [Array("second".utf8)])
                }
            }
        }
    }

    @Test func `is given up by the client when the server is silent`() async throws {
        let (frames, seen) = AsyncStream<Frame>.makeStream()
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                while let frame = Frame.read(from: socket) { seen.yield(frame) }
            }) { port in
                let request = Stage.request(port, ping: .milliseconds(100), silence: .milliseconds(250))
                let error = try await Stage.ending(service, request)
                #expect(error == .silent(after: .milliseconds(250)))
                for await frame in frames {
                    #expect(frame == Frame(opcode: Frame.ping, payload: []))
                    break
                }
            }
        }
    }

    @Test func `is given up by the server when the client is silent`() async throws {
        try await Stage.run { service in
            let (endings, ended) = AsyncStream<WebSocketError?>.makeStream()
            let serve: @Sendable (WebSocketConnection) async -> Void = { connection in
                do { _ = try await connection.receive() } catch { ended.yield(error as? WebSocketError) }
            }
            let listener = Stage.listener(ping: .milliseconds(100), silence: .milliseconds(250))
            try await Stage.listening(service, listener, serve: serve) { port in
                try await blocking {
                    let socket = try RawSocket(port: port)
                    defer { socket.close() }
                    socket.send(
                        "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                    )
                    #expect(socket.readHead().hasPrefix("HTTP/1.1 101"))
                    #expect(Frame.read(from: socket) == Frame(opcode: Frame.ping, payload: []))
                    _ = socket.readToEnd()
                }
                for await error in endings {
                    #expect(error == .silent(after: .milliseconds(250)))
                    break
                }
            }
        }
    }

    @Test func `lives on pongs alone`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                for number in 0..<8 {
                    guard Frame.read(from: socket)?.opcode == Frame.ping else { return }
                    socket.send(Frame(opcode: Frame.pong, payload: []).bytes())
                    if number == 7 { socket.send(Frame(opcode: Frame.text, payload: [65]).bytes()) }
                }
                _ = socket.readToEnd()
            }) { port in
                let request = Stage.request(port, ping: .milliseconds(100), silence: .milliseconds(600))
                let messages = try await service.connect(request) { try await $0.receive() }
                #expect(messages == [[65]])
            }
        }
    }
}

extension String {
    fileprivate func leftPadded(to length: Int) -> String {
        String(repeating: "0", count: Swift.max(0, length - count)) + self
    }
}
