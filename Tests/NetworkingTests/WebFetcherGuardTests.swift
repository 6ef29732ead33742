import Testing

@testable import Networking

@Suite struct `A fetcher on the public internet` {
    /// Nothing leaves the machine: the refusal comes before the socket.
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("10.1.2.3", "10.1.2.3"),
        ("172.16.0.1", "172.16.0.1"), ("192.168.0.1", "192.168.0.1"), ("100.64.0.1", "100.64.0.1"),
        ("169.254.169.254", "169.254.169.254"), ("192.0.0.8", "192.0.0.8"), ("192.0.2.1", "192.0.2.1"),
        ("198.18.0.1", "198.18.0.1"), ("224.0.0.1", "224.0.0.1"), ("255.255.255.255", "255.255.255.255"),
        ("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"), ("0xa.0x1.0x203", "10.1.2.3"), ("localhost", "127.0.0.1"),
        ("%31%32%37.0.0.1", "127.0.0.1"), ("①②⑦.0.0.1", "127.0.0.1"),
        ("[::]", "::"), ("[::1]", "::1"), ("[fd00::1]", "fd00::1"), ("[fe80::1]", "fe80::1"),
        ("[ff02::1]", "ff02::1"), ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
        ("[::ffff:a01:203]", "::ffff:10.1.2.3"), ("[64:ff9b::7f00:1]", "64:ff9b::7f00:1"),
        ("[2002:7f00:1::]", "2002:7f00:1::"), ("[2001::80ff:fffe]", "2001::80ff:fffe"),
    ])
    func `goes to no private network`(host: String, address: String) async throws {
        try await withWeb(reach: .publicInternet) { fetcher in
            let error = await #expect(throws: WebFetchError.self) {
                try await fetcher.page(at: "http://\(host):1/secret") { _ in }
            }
            guard case .privateAddress(_, let target) = error else {
                Issue.record("\(host): \(String(describing: error))")
                return
            }
            // A name may have both.
            #expect(target.description == address || host == "localhost" && target.description == "::1")
            #expect(error?.description.contains("secret") == false)
        }
    }

    @Test func `says what to do`() throws {
        let address = try #require(NetworkAddress("10.0.0.7"))
        #expect(
            WebFetchError.privateAddress(host: "wiki.example", address).description == """
                wiki.example has the address 10.0.0.7, which is not of the public internet but of a private \
                network, for private use. If that is where the page is, type --allow-private.
                """
        )
        #expect(
            WebFetchError.privateAddress(host: "10.0.0.7", address).description.hasPrefix(
                "10.0.0.7, which is"
            )
        )
    }

    @Test func `goes nowhere by a redirect where it would not go by itself`() async throws {
        let hidden = try HTTPTestServer(on: "127.0.0.3", answering: webAnswer())
        let url = hidden.url
        let open = try HTTPTestServer(on: "127.0.0.2") { _ in webAnswer("302 Found", ["Location: \(url)/x"]) }
        try await withWeb(open, hidden, reach: Self.only("127.0.0.2")) { fetcher in
            let refusal = try Self.refusal(host: "127.0.0.3", "127.0.0.3")
            await #expect(throws: refusal) {
                try await fetcher.page(at: open.url) { _ in }
            }
            #expect(open.connectionCount == 1)
            #expect(hidden.connectionCount == 0)
        }
    }

    @Test func `looks at the address of each connection, not at the name`() async throws {
        let open = try HTTPTestServer(
            on: "127.0.0.2",
            answering: webAnswer("200 OK", ["Connection: close"])
        )
        let (lookups, port) = (HTTPTestCounter(), open.port)
        let reach = Self.only("127.0.0.2") {
            ["rebinding.example:\(port):" + (lookups.next() == 0 ? "127.0.0.2" : "127.0.0.3")]
        }
        try await withWeb(open, reach: reach) { fetcher in
            let url = "http://rebinding.example:\(port)/"
            try await fetcher.page(at: url) { #expect($0.finalURL == url) }
            let refusal = try Self.refusal(host: "rebinding.example", "127.0.0.3")
            await #expect(throws: refusal) {
                try await fetcher.page(at: url) { _ in }
            }
            #expect(open.connectionCount == 1)
        }
    }

    @Test func `takes a name's other address`() async throws {
        let open = try HTTPTestServer(on: "127.0.0.2", answering: webAnswer("200 OK", [], "open"))
        let port = open.port
        let reach = Self.only("127.0.0.2") { ["two.example:\(port):127.0.0.3,127.0.0.2"] }
        try await withWeb(open, reach: reach) { fetcher in
            try await fetcher.page(at: "http://two.example:\(port)/") { #expect($0.bytes == 4) }
        }
    }

    /// Its own connections, or it would be led along one that somebody else was allowed to open.
    @Test func `uses no connection of another`() async throws {
        let server = try HTTPTestServer { _ in webAnswer() }
        try await withWeb(server) { allowed in
            try await allowed.page(at: server.url) { _ in }
            try await withWeb(reach: .publicInternet) { fetcher in
                let refusal = try Self.refusal(host: "127.0.0.1", "127.0.0.1")
                await #expect(throws: refusal) {
                    try await fetcher.page(at: server.url) { _ in }
                }
            }
            try await allowed.page(at: server.url) { _ in }
            #expect(server.connectionCount == 1)
        }
    }

    private static func only(_ address: String, lookups: @escaping @Sendable () -> [String] = { [] })
        -> HTTPReach
    {
        HTTPReach(admits: { $0.description == address }, lookups: lookups)
    }

    private static func refusal(host: String, _ address: String) throws -> WebFetchError {
        .privateAddress(host: host, try #require(NetworkAddress(address)))
    }
}
