import Testing

@testable import Formats

@Suite struct `A page of WordPress's` {
    private static let fields = "_fields=id,status,link,title,content"

    @Test func `tells in its headers where the post is`() throws {
        let site = try #require(
            Self.site(
                headers: [
                    (
                        "link",
                        """
                        <https://a.example/wp-json/>; rel="https://api.w.org/", \
                        <https://a.example/wp-json/wp/v2/event/9>; rel="alternate"; title="a, b"; \
                        type="application/json", <https://a.example/?p=9>; rel=shortlink
                        """
                    )
                ]
            )
        )
        #expect(site.root == "https://a.example/wp-json/")
        #expect(
            site.candidates == [
                "https://a.example/wp-json/wp/v2/event/9?\(Self.fields)",
                "https://a.example/wp-json/wp/v2/posts/9?\(Self.fields)",
                "https://a.example/wp-json/wp/v2/pages/9?\(Self.fields)",
                "https://a.example/wp-json/wp/v2/posts?slug=on-bread&\(Self.fields)",
                "https://a.example/wp-json/wp/v2/pages?slug=on-bread&\(Self.fields)",
            ]
        )
    }

    @Test func `tells in its head where the post is`() throws {
        let site = try #require(
            Self.site(
                head: """
                    <title>"<link rel='https://api.w.org/' href='https://evil.example/'>"</title>
                    <!-- <link rel="https://api.w.org/" href="https://old.example/" /> -->
                    <script>"<link rel='https://api.w.org/' href='https://evil.example/'>"</script>
                    <LINK href=/?rest_route=/ rel='https://api.w.org/'>
                    <link rel="alternate" type="application/json+oembed" href="/?rest_route=/oembed" />
                    <link rel="alternate" title="JSON" type="application/json" href="https://a.example/?rest_route=/wp/v2/posts/9&#038;x=y" />
                    """
            )
        )
        #expect(site.root == "https://a.example/?rest_route=/")
        #expect(
            site.candidates == [
                "https://a.example/?rest_route=/wp/v2/posts/9&x=y&\(Self.fields)",
                "https://a.example/?rest_route=/wp/v2/posts&slug=on-bread&\(Self.fields)",
                "https://a.example/?rest_route=/wp/v2/pages&slug=on-bread&\(Self.fields)",
            ]
        )
        #expect(
            site.address(of: "wp/v2/comments", asking: "post=9")
                == "https://a.example/?rest_route=/wp/v2/comments&post=9"
        )
    }

    @Test(arguments: [
        ("https://a.example/?p=5", ["posts/5", "pages/5"]),
        ("https://a.example/?page_id=5&p=x", ["posts/5", "pages/5"]),
        ("https://a.example/", []),
        ("https://a.example/x/bread.html", ["posts?slug=bread", "pages?slug=bread"]),
        ("https://a.example/bread/comment-page-2/", ["posts?slug=bread", "pages?slug=bread"]),
        ("https://a.example/%D0%B0%26+", ["posts?slug=%D0%B0%26%2B", "pages?slug=%D0%B0%26%2B"]),
    ])
    func `is found by its address`(url: String, routes: [String]) throws {
        let api = ("Link", "<https://a.example/wp-json>; rel=\"https://api.w.org/\"")
        let site = try #require(Self.site(headers: [api], url: url))
        #expect(
            site.candidates
                == routes.map {
                    "https://a.example/wp-json/wp/v2/\($0)\($0.contains("?") ? "&" : "?")\(Self.fields)"
                }
        )
    }

    /// It would not be the site's own word.
    @Test func `is not looked for outside the API`() throws {
        let links = """
            <https://a.example/wp-json/>; rel="https://api.w.org/", \
            <https://b.example/wp-json/wp/v2/posts/9>; rel="alternate"; type="application/json"
            """
        let site = try #require(Self.site(headers: [("Link", links)]))
        #expect(!site.candidates.contains { $0.hasPrefix("https://b.example") })
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "", "https://"])
    func `has its API on the web`(target: String) {
        #expect(Self.site(headers: [("Link", "<\(target)>; rel=\"https://api.w.org/\"")], url: "x") == nil)
    }

    @Test(arguments: [
        "<", "<a", "<a>; rel", "<a>; rel=\"https://api.w.org/", "<link", "<link rel", "<link rel=\"", "<!--",
        "<script>", "<link / / =", "<link =x ='",
    ])
    func `may be broken anywhere`(text: String) {
        _ = LinkHeader.links(in: text)
        _ = HeadLinks.links(in: Array(text.utf8))
    }

    @Test func `has no links in its body`() {
        let page = "<head></head><body><link rel=\"https://api.w.org/\" href=\"https://evil.example/\">"
        #expect(HeadLinks.links(in: Array(page.utf8)).isEmpty)
    }

    @Test(arguments: [
        ("https://a.example/x/", "http://www.a.example/X?utm=1", true),
        ("https://a.example/%C3%A4/", "https://a.example/%c3%a4/comment-page-2/", true),
        ("https://a.example/x/", "https://a.example/y/x/", false),
    ])
    func `is known by its path`(one: String, other: String, isSame: Bool) {
        #expect(WordPressSite.isSame(one, other) == isSame)
    }

    private static func site(
        headers: [(name: String, value: String)] = [],
        head: String = "",
        url: String = "https://a.example/2024/on-bread/"
    ) -> WordPressSite? {
        WordPressSite(of: .made(200, headers, "<html><head>\(head)</head>", url: url))
    }
}
