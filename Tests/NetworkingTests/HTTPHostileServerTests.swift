import Testing

@testable import Networking

@Suite struct `A hostile HTTP server` {
    @Test(arguments: [
        // Within the status line, the headers, the length, a chunk, the chunks, the last chunk, after an interim answer.
        "HTTP/1.1 20",
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nConte",
    ])
    func `cannot pass off a piece as the whole`(answer: String) async throws {
        switch try await error(for: answer) {
        case .cutShort, .lost: break
        case let error: Issue.record("\(error) for \(answer)")
        }
    }

    @Test(arguments: [
        "garbage without end",
        "\u{0}\u{1}\u{2}\r\n\r\n",
        "HTTP/1.1 999999 X\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
    ])
    func `is told from one that speaks HTTP`(answer: String) async throws {
        switch try await error(for: answer) {
        case .unreadable: break
        case .cutShort(let reason) where reason.contains("chunked"): break
        case let error: Issue.record("\(error) for \(answer)")
        }
    }

    @Test func `cannot fill the memory with a body`() async throws {
        let piece = String(repeating: "x", count: 65_536)
        for head in ["Content-Length: 999999999999\r\n\r\n", "Connection: close\r\n\r\n"] {
            let error = try await error { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n" + head)
                while connection.write(piece) {}
            }
            #expect(error == .bodyTooLarge(limit: 1_000_000))
        }
    }

    @Test func `cannot fill the memory with chunks`() async throws {
        for size in ["80000000", "7fffffffffffffff", "10000"] {
            let piece = String(repeating: "x", count: 65_536) + (size == "10000" ? "\r\n10000\r\n" : "")
            let error = try await error { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n")
                while connection.write(piece) {}
            }
            #expect(error == .bodyTooLarge(limit: 1_000_000))
        }
    }

    @Test func `cannot fill the memory with headers`() async throws {
        let line = "X-Header: \(String(repeating: "x", count: 10_000))\r\n"
        let error = try await error { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            while connection.write(line) {}
        }
        #expect(error == .headersTooLarge(limit: 262_144))
    }

    @Test(.timeLimit(.minutes(1))) func `cannot hold the thread with a great many headers`() async throws {
        let lines = String(repeating: "a:\r\n", count: 60_000)
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + lines + "\r\n"
        try await withHTTP(try HTTPTestServer(answering: answer)) { client, server async throws in
            #expect(try await client.response(to: .to(server.url)).headers.count == 60_001)
        }
    }

    @Test func `may answer with exactly as much as is allowed`() async throws {
        let server = try HTTPTestServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345")
        try await withHTTP(server) { client, server async throws in
            #expect(try await client.response(to: .to(server.url, maximumResponseBytes: 5)).text == "12345")
            await #expect(throws: HTTPError.bodyTooLarge(limit: 4)) {
                try await client.response(to: .to(server.url, maximumResponseBytes: 4))
            }
        }
    }

    @Test func `cannot hold a request within the TLS handshake`() async throws {
        let server = try HTTPTestServer { connection in while connection.read() != nil {} }
        try await withHTTP(server) { client, server async throws in
            let limit = Duration.milliseconds(200)
            await #expect(throws: HTTPError.timedOut(after: limit)) {
                try await client.response(to: .to("https://127.0.0.1:\(server.port)", timeout: limit))
            }
        }
    }

    @Test func `cannot hold a request by silence or by dripping`() async throws {
        for bytes in ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1"] {
            let error = try await error(timeout: .milliseconds(200)) { connection in
                _ = connection.readRequest()
                connection.write(bytes)
                _ = connection.readRequest()  // waits until the client goes
            }
            #expect(error == .timedOut(after: .milliseconds(200)))
        }
    }

    @Test func `that hangs up without a word is no answer`() async throws {
        let error = try await error(for: "")
        guard case .lost = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `that is not there is no answer`() async throws {
        let server = try HTTPTestServer(answering: "")
        server.stop()
        try await withHTTP(try HTTPTestServer(answering: "")) { client, _ async throws in
            let error = try await #require(throws: HTTPError.self) {
                try await client.response(to: .to(server.url))
            }
            guard case .cannotConnect = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    private func error(for answer: String) async throws -> HTTPError {
        try await error { connection in
            _ = connection.readRequest()
            connection.write(answer)
        }
    }

    private func error(
        timeout: Duration = .seconds(20),
        serving script: @escaping @Sendable (HTTPTestConnection) -> Void
    ) async throws -> HTTPError {
        var found: HTTPError?
        try await withHTTP(try HTTPTestServer(serving: script)) { client, server async throws in
            found = await #expect(throws: HTTPError.self) {
                try await client.response(
                    to: .to(server.url, timeout: timeout, maximumResponseBytes: 1_000_000)
                )
            }
        }
        return try #require(found)
    }
}
