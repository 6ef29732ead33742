import Foundation
import Networking
import Testing

@Suite struct `A WebSocket client` {
    @Test(arguments: [
        (
            "HTTP/1.1 401 Unauthorized\r\nContent-Length: 28\r\nContent-Type: application/json\r\n\r\n"
                + #"{"errcode":"M_UNKNOWN_TOKEN"}"#.prefix(28),
            WebSocketError.refused(status: 401, body: #"{"errcode":"M_UNKNOWN_TOKEN""#, retryAfter: nil)
        ),
        (
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 17\r\nContent-Length: 2\r\n\r\n{}",
            .refused(status: 429, body: "{}", retryAfter: "17")
        ),
        (
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            .refused(status: 404, body: "", retryAfter: nil)
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            .refused(status: 200, body: "ok", retryAfter: nil)
        ),
        (
            "HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
            .refused(status: 302, body: "", retryAfter: nil)
        ),
        (
            "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\nAAAA\r\n",
            .refused(status: 400, body: "", retryAfter: nil)
        ),
        // Announced, never sent: the answer is what there is.
        (
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 99999999999\r\n\r\nno",
            .refused(status: 403, body: "no", retryAfter: nil)
        ),
    ])
    func `says what a server answered instead of upgrading`(answer: String, expected: WebSocketError)
        async throws
    {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.readHead()
                socket.send(answer)
                _ = socket.readToEnd()
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port))
                #expect(error == expected)
            }
        }
    }

    @Test func `waits a moment for a body that comes after its headers`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.readHead()
                socket.send("HTTP/1.1 401 Unauthorized\r\nContent-Length: 4\r\n\r\n")
                Thread.sleep(forTimeInterval: 0.01)
                socket.send("late")
                _ = socket.readToEnd()
            }) { port in
                let expected = WebSocketError.refused(status: 401, body: "late", retryAfter: nil)
                let error = try await Stage.ending(service, Stage.request(port))
                #expect(error == expected)
            }
        }
    }

    @Test(
        arguments: [
            (nil, "m.json", WebSocketError.subprotocolMismatch(found: nil, expected: "m.json")),
            ("other", "m.json", .subprotocolMismatch(found: "other", expected: "m.json")),
            ("m.json", nil, .subprotocolMismatch(found: "m.json", expected: nil)),
        ] as [(String?, String?, WebSocketError)]
    )
    func `refuses a server that chose another subprotocol`(
        chosen: String?,
        offered: String?,
        expected: WebSocketError
    ) async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket, choosing: chosen)
                _ = socket.readToEnd()
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port, subprotocol: offered))
                #expect(error == expected)
            }
        }
    }

    @Test func `sends its headers as they are, and the token`() async throws {
        let (requests, seen) = AsyncStream<String>.makeStream()
        try await Stage.run { service in
            try await RawServer.run({ socket in
                seen.yield(RawServer.upgrade(socket))
                _ = socket.readToEnd()
            }) { port in
                let headers = [("Authorization", "Bearer abc"), ("X-Note", "a: b")]
                let request = Stage.request(port, path: "/stream?since=s_1", headers: headers)
                try await service.connect(request) { _ in }
                for await text in requests {
                    #expect(text.hasPrefix("GET /stream?since=s_1 HTTP/1.1\r\n"))
                    #expect(text.contains("\r\nAuthorization: Bearer abc\r\nX-Note: a: b\r\n"))
                    #expect(text.contains("\r\nHost: 127.0.0.1:\(port)\r\n"))
                    break
                }
            }
        }
    }

    @Test(arguments: ["a\r\nb", "a\u{0}"])
    func `sends no header that would end its line`(value: String) async throws {
        try await Stage.run { service in
            let error = try await Stage.ending(service, Stage.request(1, headers: [("X-Note", value)]))
            #expect(error == .invalidHeader(name: "X-Note"))
        }
    }

    @Test(arguments: [
        "http://host/", "ws://", "ws://host:0/", "ws://host:99999/", "ws://a b/", "ws://user@host/",
        "ws://[::1/", "ws://host/" + String(repeating: "x", count: 2000),
    ])
    func `understands only addresses of WebSockets`(url: String) async throws {
        let request = WebSocketRequest(
            url: url,
            headers: [],
            subprotocol: nil,
            caFile: nil,
            maximumMessageBytes: 1,
            connectTimeout: .seconds(5)
        )
        try await Stage.run { service in
            let error = try await Stage.ending(service, request)
            #expect(error == .invalidURL(url))
        }
    }

    @Test func `says that nobody listens`() async throws {
        try await Stage.run { service in
            let port = try await RawServer.run({ _ in }, { $0 })
            guard case .connectFailed = try await Stage.ending(service, Stage.request(port)) else {
                Issue.record("expected that the connection fails")
                return
            }
        }
    }

    @Test func `says that a name does not exist`() async throws {
        try await Stage.run { service in
            let error = try await Stage.ending(service, Stage.request(80, host: "nowhere.invalid"))
            guard case .cannotResolve(let host, _) = error else {
                Issue.record("expected that the name has no address, found \(String(describing: error))")
                return
            }
            #expect(host == "nowhere.invalid")
        }
    }

    @Test func `refuses an upgrade without a word of WebSocket`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.readHead()
                socket.send("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Protocol: m.json\r\n\r\n")
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port))
                #expect(error == .connectFailed(reason: "HS: ACCEPT missing"))
            }
        }
    }

    @Test(arguments: [
        "", "HTTP/1.1 101 Switch", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n",
    ])
    func `gives up a server that does not finish its handshake`(beginning: String) async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.readHead()
                socket.send(beginning)
                _ = socket.readToEnd()
            }) { port in
                let request = Stage.request(port, timeout: .milliseconds(150))
                let error = try await Stage.ending(service, request)
                #expect(error == .timedOut)
            }
        }
    }

    @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"])
    func `gives up a server that speaks something else`(garbage: String) async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.readHead()
                socket.send(garbage)
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port))
                guard case .connectFailed = error else {
                    Issue.record("expected that the connection fails, found \(String(describing: error))")
                    return
                }
            }
        }
    }
}
