import Testing

@testable import Networking

@Suite struct `An HTTP connection` {
    private static let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    /// Hangs up on the second request of its first connection, without an answer.
    ///
    /// - Parameter hangUps: Counts them.
    private static func staleServer(hangUps: HTTPTestCounter, resets: Bool) throws -> HTTPTestServer {
        let connections = HTTPTestCounter()
        return try HTTPTestServer { connection in
            let isFirst = connections.next() == 0
            while connection.readRequest() != nil {
                connection.write(answer)
                guard isFirst else { continue }
                guard connection.read() != nil else { return }
                hangUps.next()
                return resets ? connection.reset() : connection.close()
            }
        }
    }

    @Test(arguments: [0, 4 << 20], [true, false])
    func `that was kept and has died is replaced`(bodyBytes: Int, resets: Bool) async throws {
        let hangUps = HTTPTestCounter()
        try await withHTTP(try Self.staleServer(hangUps: hangUps, resets: resets)) {
            client,
            server async throws in
            #expect(try await client.response(to: .to(server.url)).text == "ok")
            let body = String(repeating: "x", count: bodyBytes)
            #expect(try await client.response(to: .to(server.url, method: .put, body: body)).text == "ok")
            #expect(hangUps.count == 1)
            #expect(server.connectionCount == 2)
        }
    }

    @Test func `is new for what must not be sent twice`() async throws {
        let hangUps = HTTPTestCounter()
        try await withHTTP(try Self.staleServer(hangUps: hangUps, resets: true)) {
            client,
            server async throws in
            #expect(try await client.response(to: .to(server.url)).text == "ok")
            #expect(try await client.response(to: .to(server.url, method: .post, body: "x")).text == "ok")
            #expect(hangUps.count == 0)
        }
    }

    @Test func `that dies when it is new is not replaced`() async throws {
        let server = try HTTPTestServer { connection in
            _ = connection.readRequest()
            connection.reset()
        }
        try await withHTTP(server) { client, server async throws in
            await #expect(throws: HTTPError.self) { try await client.response(to: .to(server.url)) }
            #expect(server.connectionCount == 1)
        }
    }

    @Test func `that keeps dying is given up`() async throws {
        let count = HTTPTestCounter()
        let server = try HTTPTestServer { connection in
            if count.next() == 0, connection.readRequest() != nil { connection.write(Self.answer) }
            _ = connection.readRequest()
            connection.reset()
        }
        try await withHTTP(server) { client, server async throws in
            #expect(try await client.response(to: .to(server.url)).text == "ok")
            await #expect(throws: HTTPError.self) { try await client.response(to: .to(server.url)) }
            #expect(server.connectionCount == 2)
        }
    }
}

@Suite struct `An HTTP request under way` {
    @Test func `ends when its task is cancelled, and the others go on`() async throws {
        let (hasArrived, hasGone) = (HTTPTestSignal(), HTTPTestSignal())
        let server = try HTTPTestServer { connection in
            while let request = connection.readRequest() {
                if request.hasPrefix("GET /wait") {
                    hasArrived.give()
                    guard connection.readRequest() != nil else { return hasGone.give() }
                }
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        }
        try await withHTTP(server) { client, server async throws in
            await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                group.addTask { try await client.response(to: .to(server.url + "/wait")) }
                await hasArrived.wait()
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.next() }
            }
            await hasGone.wait()
            #expect(try await client.response(to: .to(server.url)).status == 200)
        }
    }

    @Test func `does not start when its task is cancelled already`() async throws {
        try await withHTTP(try HTTPTestServer(answering: "")) { client, server async throws in
            await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                group.cancelAll()
                group.addTask { try await client.response(to: .to(server.url)) }
                await #expect(throws: CancellationError.self) { try await group.next() }
            }
            #expect(server.connectionCount == 0)
        }
    }

    @Test func `fails when the client is shut down`() async throws {
        let hasArrived = HTTPTestSignal()
        let server = try HTTPTestServer { connection in
            _ = connection.readRequest()
            hasArrived.give()
            _ = connection.readRequest()
        }
        try await withHTTP(server) { client, server async throws in
            await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                group.addTask { try await client.response(to: .to(server.url)) }
                await hasArrived.wait()
                await client.shutdown()
                await #expect(throws: HTTPError.shutDown) { try await group.next() }
            }
            await #expect(throws: HTTPError.shutDown) { try await client.response(to: .to(server.url)) }
            await client.shutdown()
        }
    }

    @Test func `survives cancellations at every moment`() async throws {
        let server = try HTTPTestServer { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        try await withHTTP(server) { client, server async throws in
            for round in 0..<100 {
                await withTaskGroup(of: Bool.self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            (try? await client.response(to: .to(server.url)).text == "ok") ?? false
                        }
                    }
                    for _ in 0..<(round % 5) { _ = await group.next() }
                    group.cancelAll()
                }
            }
            #expect(try await client.response(to: .to(server.url)).text == "ok")
        }
    }
}
