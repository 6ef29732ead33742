import Testing

@testable import Networking

@Suite struct `The address of a page` {
    @Test(arguments: [
        ("https://example.org", "https://example.org/"),
        (" HTTPS://Example.org/a?b=c#d \n", "https://Example.org/a?b=c"),
        ("http://example.org:80/a/../b/./c", "http://example.org/b/c"),
        ("http://bücher.example/ü?x=ä", "http://xn--bcher-kva.example/%C3%BC?x=%C3%A4"),
        ("http://example.org/a b%20c", "http://example.org/a%20b%20c"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://[0:0::1]/", "http://[::1]/"),
    ])
    func `has one form`(typed: String, plain: String) throws {
        #expect(try WebAddress(typed).text == plain)
    }

    @Test(arguments: [
        "", "example.org", "/path", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)",
        "data:text/html,x", "http://", "http://exa mple.org/", "http://example.org:99999/", "http://[::1/",
        "gopher://example.org/",
    ])
    func `is of http or https`(text: String) {
        #expect(throws: WebFetchError.notAnAddress) { try WebAddress(text) }
    }

    @Test(arguments: ["http://ada@example.org/", "https://ada:secret@example.org/", "http://:x@example.org/"])
    func `has no name or password`(text: String) {
        #expect(throws: WebFetchError.credentials) { try WebAddress(text) }
    }

    @Test(arguments: [
        ("/x", "https://example.org:8443/x"),
        ("x", "https://example.org:8443/a/x"),
        ("../x?y#z", "https://example.org:8443/x?y"),
        ("?q", "https://example.org:8443/a/b?q"),
        ("#part", "https://example.org:8443/a/b?c"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example", "http://other.example/"),
        ("/ä b", "https://example.org:8443/%C3%A4%20b"),
    ])
    func `leads on to others`(location: String, target: String) throws {
        let start = try WebAddress("https://example.org:8443/a/b?c#d")
        #expect(try start.following(location).text == target)
    }

    @Test(arguments: [
        "ftp://example.org/", "file:///etc/passwd", "https://ada:secret@example.org/", "//ada@example.org/",
        "javascript:alert(1)", "mailto:ada@example.org", "http://",
    ])
    func `leads on to pages only`(location: String) throws {
        let start = try WebAddress("https://example.org/a")
        #expect(throws: WebFetchError.badRedirect(from: "example.org")) { try start.following(location) }
    }

    @Test func `is of one site with others of the same scheme, host and port`() throws {
        let start = try WebAddress("https://example.org/a")
        #expect(try start.following("https://EXAMPLE.org:443/b").origin == start.origin)
        for other in ["http://example.org/a", "https://example.org:444/a", "https://www.example.org/a"] {
            #expect(try start.following(other).origin != start.origin)
        }
    }
}
