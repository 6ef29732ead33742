import Testing

@testable import Networking

@Suite struct `The HTTP client on HTTP/2` {
    @Test func `has one connection for a long poll and all others`() async throws {
        let isPolling = HTTPTestSignal()
        try await withHTTP2 { server in
            guard server.accept(), let poll = server.readRequest() else { return }
            isPolling.give()
            for _ in 0..<50 {
                server.readRequest().map { server.answer($0, headers: [("x-a", "b")], "done") }
            }
            guard let last = server.readRequest() else { return }
            server.answer(last, "last")
            server.answer(poll, "poll")
            _ = server.read()
        } perform: { client, url async throws in
            async let poll = client.response(to: .to(url + "/poll"))
            await isPolling.wait()
            try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        try await client.response(to: .to(url + "/\(number)", method: .put, body: "body"))
                    }
                }
                for try await response in group {
                    #expect(response.status == 200)
                    #expect(response.header("X-A") == "b")
                    #expect(response.text == "done")
                }
            }
            #expect(try await client.response(to: .to(url)).text == "last")
            #expect(try await poll.text == "poll")
        }
    }

    /// A reset with the code for "no error" is not among them: libcurl 7.88 may take it for the end where there is no
    /// length, and does not tell. Under TLS only the server itself can say it.
    enum Cut: CaseIterable {
        case beforeItsLength, byReset, byResetBeforeItsLength, byTheEnd, byAFarewell, inTheHeaders

        func perform(_ server: HTTP2TestServer, on stream: Int) {
            let hasLength = self == .beforeItsLength || self == .byResetBeforeItsLength
            let headers = HTTP2TestFrame.block(hasLength ? [("content-length", "10")] : [])
            let isWhole = self != .inTheHeaders
            server.send(.headers, flags: isWhole ? HTTP2TestFrame.endOfHeaders : 0, on: stream, headers)
            guard isWhole else { return server.stop() }
            let flags = self == .beforeItsLength ? HTTP2TestFrame.endOfStream : 0
            server.send(.data, flags: flags, on: stream, Array("12345".utf8))
            switch self {
            case .byReset: server.send(.reset, on: stream, HTTP2TestFrame.number(2))
            case .byResetBeforeItsLength: server.send(.reset, on: stream, HTTP2TestFrame.number(0))
            case .byAFarewell:
                server.send(.goAway, on: 0, HTTP2TestFrame.number(0) + HTTP2TestFrame.number(0))
            case .byTheEnd: server.stop()
            case .beforeItsLength, .inTheHeaders: break
            }
        }
    }

    @Test(arguments: Cut.allCases)
    func `takes no piece for the whole`(cut: Cut) async throws {
        try await withHTTP2 { server in
            guard server.accept(), let stream = server.readRequest() else { return }
            cut.perform(server, on: stream)
            while server.read() != nil {}
        } perform: { client, url async throws in
            let error = await #expect(throws: HTTPError.self) {
                try await client.response(to: .to(url, timeout: .seconds(5)))
            }
            switch error {
            case .cutShort, .lost: break
            default: Issue.record("\(cut): \(String(describing: error))")
            }
        }
    }

    @Test func `ends one request, and the others go on`() async throws {
        let (hasArrived, hasGone) = (HTTPTestSignal(), HTTPTestSignal())
        try await withHTTP2 { server in
            guard server.accept(), let first = server.readRequest() else { return }
            hasArrived.give()
            while let frame = server.read() {
                if frame.kind == .reset, frame.stream == first { hasGone.give() }
                if frame.kind == .headers { server.answer(frame.stream, "ok") }
            }
        } perform: { client, url async throws in
            await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                group.addTask { try await client.response(to: .to(url + "/wait")) }
                await hasArrived.wait()
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.next() }
            }
            #expect(try await client.response(to: .to(url)).text == "ok")
            await hasGone.wait()
        }
    }

    @Test func `lets one request run out of time, and the others go on`() async throws {
        try await withHTTP2 { server in
            guard server.accept(), server.readRequest() != nil else { return }
            while let stream = server.readRequest() { server.answer(stream, "ok") }
        } perform: { client, url async throws in
            let limit = Duration.milliseconds(300)
            await #expect(throws: HTTPError.timedOut(after: limit)) {
                try await client.response(to: .to(url, timeout: limit))
            }
            #expect(try await client.response(to: .to(url)).text == "ok")
        }
    }

    /// Asks again what a server, on its way out, has not begun to answer.
    @Test func `comes again to a server that says it will take no more`() async throws {
        try await withHTTP2 { server in
            guard server.accept(), let first = server.readRequest() else { return }
            server.answer(first, "first")
            guard let second = server.readRequest() else { return }
            server.send(.goAway, on: 0, HTTP2TestFrame.number(first) + HTTP2TestFrame.number(0))
            #expect(second != first)
            while server.read() != nil {}
            guard server.accept() else { return }
            while let stream = server.readRequest() { server.answer(stream, "again") }
        } perform: { client, url async throws in
            #expect(try await client.response(to: .to(url)).text == "first")
            #expect(try await client.response(to: .to(url, timeout: .seconds(5))).text == "again")
        }
    }

    private func withHTTP2(
        serving script: @escaping @Sendable (HTTP2TestServer) -> Void,
        perform body: (HTTPClient, _ url: String) async throws -> Void
    ) async throws {
        let authority = try HTTPTestAuthority()
        let server = try HTTP2TestServer(of: authority, serving: script)
        let client = try HTTPClient(caFile: authority.caFile)
        let result: Result<Void, any Error>
        do { result = .success(try await body(client, server.url)) } catch { result = .failure(error) }
        await client.shutdown()
        server.stop()
        try authority.remove()
        try result.get()
    }
}
