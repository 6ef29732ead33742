import Networking
import Testing

@Suite(.serialized) struct `A WebSocket over TLS` {
    /// What becomes of a connection to a server with a certificate for `host`, called by `name`.
    private func ending(
        host: String,
        days: Int = 2,
        trustsAuthority: Bool = true,
        at address: String = "127.0.0.1",
        called name: String = "localhost"
    ) async throws -> WebSocketError? {
        try await Certificates.withFolder { certificates in
            let (certificate, key) = try certificates.issue("server", for: host, days: days)
            return try await Stage.run { service -> WebSocketError? in
                let listener = Stage.listener(host: address, certificate: certificate, key: key)
                return try await Stage.listening(service, listener) { port -> WebSocketError? in
                    let caFile = trustsAuthority ? certificates.authority : nil
                    let request = Stage.request(port, scheme: "wss", host: name, caFile: caFile)
                    do {
                        return try await service.connect(request) { connection in
                            let message = Array(repeating: UInt8(66), count: 200_000)
                            try await connection.send(Array(repeating: message, count: 10))
                            let echoed = try await Stage.receive(10, from: connection)
                            return echoed.allSatisfy { $0 == message } ? nil : .binaryMessage
                        }
                    } catch let error as WebSocketError {
                        return error
                    }
                }
            }
        }
    }

    @Test func `carries messages where the authority is known`() async throws {
        #expect(try await ending(host: "DNS:localhost") == nil)
    }

    @Test func `refuses an authority that it does not know`() async throws {
        let error = try await ending(host: "DNS:localhost", trustsAuthority: false)
        #expect(error == .tls(reason: "unable to get local issuer certificate"))
    }

    @Test func `refuses a certificate for another host`() async throws {
        #expect(try await ending(host: "DNS:example.org") == .tls(reason: "hostname mismatch"))
    }

    @Test(arguments: [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
    func `reaches an address without a name`(address: String, name: String) async throws {
        #expect(try await ending(host: "IP:\(address)", at: address, called: name) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1", "IP:127.0.0.2"), ("::1", "[::1]", "IP:::2"),
        ("127.0.0.1", "127.0.0.1", "DNS:127.0.0.1"), ("::1", "[::1]", "DNS:["), ("::1", "[::1]", "DNS:::1"),
    ])
    func `refuses a certificate for another address`(address: String, name: String, host: String) async throws
    {
        let error = try await ending(host: host, at: address, called: name)
        #expect(error == .tls(reason: "IP address mismatch"))
    }

    @Test func `refuses an unknown authority and an expired certificate at an address, too`() async throws {
        let (address, name) = ("::1", "[::1]")
        let unknown = try await ending(
            host: "IP:::1",
            trustsAuthority: false,
            at: address,
            called: name
        )
        #expect(unknown == .tls(reason: "unable to get local issuer certificate"))
        let expired = try await ending(host: "IP:::1", days: -1, at: address, called: name)
        #expect(expired == .tls(reason: "certificate has expired"))
    }

    @Test func `refuses an expired certificate`() async throws {
        #expect(try await ending(host: "DNS:localhost", days: -1) == .tls(reason: "certificate has expired"))
    }

    @Test func `says that a CA file cannot be read`() async throws {
        try await Stage.run { service in
            let request = Stage.request(1, scheme: "wss", caFile: "/nonexistent/ca.pem")
            guard case .tls = try await Stage.ending(service, request) else {
                Issue.record("expected a TLS error")
                return
            }
        }
    }

    @Test func `says that a server does not speak TLS`() async throws {
        try await Stage.run { service in
            try await RawServer.run({ socket in
                _ = socket.read(1)
                socket.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            }) { port in
                let error = try await Stage.ending(service, Stage.request(port, scheme: "wss"))
                switch error {
                case .tls, .connectFailed: break
                default: Issue.record("expected a failure, found \(String(describing: error))")
                }
            }
        }
    }

    @Test func `is not listened for without a certificate that can be read`() async throws {
        try await Stage.run { service in
            let listener = Stage.listener(certificate: "/nonexistent.pem", key: "/nonexistent.key")
            await #expect(throws: WebSocketError.self) {
                try await Stage.listening(service, listener) { _ in }
            }
        }
    }

    @Test func `drops strangers that do not finish the TLS handshake`() async throws {
        try await Certificates.withFolder { certificates in
            let (certificate, key) = try certificates.issue("server", for: "DNS:localhost")
            let listener = Stage.listener(certificate: certificate, key: key, handshake: .milliseconds(200))
            try await Stage.run { service in
                try await Stage.listening(service, listener) { port in
                    for beginning in [
                        "", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
                    ] {
                        try await blocking {
                            let socket = try RawSocket(port: port)
                            defer { socket.close() }
                            socket.send(beginning)
                            #expect(
                                !String(decoding: socket.readToEnd(), as: UTF8.self).contains("HTTP/1.1 1")
                            )
                        }
                    }
                }
            }
        }
    }
}
