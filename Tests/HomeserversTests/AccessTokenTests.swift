import Foundation
import Homeservers
import Testing

@Suite struct `A token file` {
    private func file(_ text: String, mode: Int) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID())").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    @Test func `is read without its line feed`() throws {
        let path = try file("syt_secret\n", mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try AccessToken.file(path).read() == "syt_secret")
    }

    @Test(arguments: [0o640, 0o604, 0o666])
    func `that others may read is refused, with what to type`(mode: Int) throws {
        let path = try file("syt_secret\n", mode: mode)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let expected = AccessToken.ReadError.readableByOthers(path: path, mode: String(mode, radix: 8))
        #expect(throws: expected) { try AccessToken.file(path).read() }
        #expect("\(expected)".contains("chmod 600 \(path)"))
    }

    @Test(arguments: ["", " \n", "two words", "two\nlines"])
    func `without one token is refused`(text: String) throws {
        let path = try file(text, mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: AccessToken.ReadError.empty(path: path)) { try AccessToken.file(path).read() }
    }

    @Test func `that is not there is named`() {
        #expect(throws: AccessToken.ReadError.missing(path: "/nowhere/token")) {
            try AccessToken.file("/nowhere/token").read()
        }
    }
}

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

    @Test(arguments: ["https://chat.example", "chat.example", ""])
    func `that is no stream is refused`(url: String) {
        #expect(throws: HomeserverAddress.AddressError.unknownScheme(url)) {
            try HomeserverAddress(url: url, api: nil)
        }
    }
}
