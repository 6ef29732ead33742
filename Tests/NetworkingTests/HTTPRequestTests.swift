import Foundation
import Testing

@testable import Networking

@Suite struct `An HTTP request` {
    @Test(arguments: [
        "", "ftp://example.org/", "file:///etc/passwd", "http://", "https:///path", "http:/example.org",
        "http://user:word@example.org/", "http://example.org/a b", "http://example.org/\r\nX: y",
        "http://example.org/ä", "http://example.org\\@evil.example/",
    ])
    func `goes to a web address only`(url: String) async throws {
        let client = try HTTPClient(caFile: nil)
        await #expect(throws: HTTPError.invalidURL(url)) { try await client.response(to: .to(url)) }
        await client.shutdown()
    }

    @Test func `does not show its query in errors`() {
        #expect(throws: HTTPError.invalidURL("gopher://example.org/a")) {
            try HTTPRequest.to("gopher://example.org/a?access_token=secret").check()
        }
    }

    @Test(arguments: [
        ("X", "a\r\nY: b"), ("X", "a\n"), ("X", "a\r"), ("X", "a\u{0}b"), ("X\r\nY", "a"), ("X:", "a"),
        ("", "a"),
        ("X Y", "a"), ("Content-Length", "5"), ("transfer-encoding", "chunked"),
    ])
    func `has no header that would make it another`(name: String, value: String) {
        #expect(throws: HTTPError.invalidHeader(name: name)) {
            try HTTPRequest.to("http://example.org/", headers: [(name, value)]).check()
        }
    }

    @Test func `may hold anything else`() throws {
        try HTTPRequest.to("https://[::1]:8448/a%20b?c=d@e#f", headers: [("X-A", "ä\t;")]).check()
    }

    @Test func `needs a CA file that holds certificates`() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        #expect(throws: HTTPError.unreadableCAFile(path)) { try HTTPClient(caFile: path) }
        try "nothing".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: HTTPError.unreadableCAFile(path)) { try HTTPClient(caFile: path) }
        try FileManager.default.removeItem(atPath: path)
    }
}
