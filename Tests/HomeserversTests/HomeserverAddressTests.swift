import Homeservers
import Testing

@Suite struct `The address of a homeserver` {
    @Test(arguments: [
        (
            "ws://127.0.0.1:9000", "ws://127.0.0.1:9000/_matrix/client/unstable/stream",
            "http://127.0.0.1:9000"
        ),
        ("wss://chat.example/", "wss://chat.example/_matrix/client/unstable/stream", "https://chat.example"),
        (
            "wss://chat.example/bots", "wss://chat.example/bots/_matrix/client/unstable/stream",
            "https://chat.example"
        ),
        ("wss://chat.example/own/stream", "wss://chat.example/own/stream", "https://chat.example"),
    ])
    func `gives the stream and the client API`(url: String, stream: String, api: String) throws {
        let address = try HomeserverAddress(url: url, api: nil)
        #expect(address.stream == stream)
        #expect(address.api == api)
    }

    @Test func `keeps a client API that is named`() throws {
        #expect(try HomeserverAddress(url: "ws://a", api: "https://b").api == "https://b")
    }

    @Test(arguments: [
        ("https://chat.example", "https://chat.example"),
        ("https://chat.example:8448/", "https://chat.example:8448"),
        ("http://127.0.0.1:8008", "http://127.0.0.1:8008"),
        ("HTTPS://chat.example", "https://chat.example"),
    ])
    func `without a stream is reached by sync`(url: String, api: String) throws {
        let address = try HomeserverAddress(url: url, api: nil)
        #expect(address.stream == nil)
        #expect(address.api == api)
    }

    @Test(arguments: [
        ("chat.example", HomeserverAddress.AddressError.unknownScheme("chat.example")),
        ("ftp://chat.example", .unknownScheme("ftp://chat.example")),
        ("", .unknownScheme("")),
        ("https://", .withoutHost("https://")),
        ("wss:///stream", .withoutHost("wss:///stream")),
        ("https://me:secret@chat.example", .withoutHost("https://…@chat.example")),
        ("https://chat.example?x=1", .withoutHost("https://chat.example?x=1")),
        (
            "https://chat.example/_matrix/client",
            .withPath("https://chat.example/_matrix/client", base: "https://chat.example")
        ),
        ("http://chat.example/chat/", .withPath("http://chat.example/chat/", base: "http://chat.example")),
    ])
    func `that is none is refused`(url: String, expected: HomeserverAddress.AddressError) {
        #expect(throws: expected) { try HomeserverAddress(url: url, api: nil) }
    }

    @Test func `with a path says what to write`() {
        let error = HomeserverAddress.AddressError.withPath("https://a.example/b", base: "https://a.example")
        #expect("\(error)".contains("write https://a.example."))
    }
}
