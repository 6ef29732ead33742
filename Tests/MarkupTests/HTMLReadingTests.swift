import Markup
import Testing

@Suite struct `Reading HTML` {
    /// What stands in the body.
    private static func body(_ text: String, pieces size: Int = .max) -> String {
        let script = Script.read(text, .html, pieces: size)
        return script.firstRange(of: "<body>").map { String(script[$0.upperBound...].dropLast(6)) } ?? script
    }

    @Test(arguments: [
        ("I <3 you & a < b &amp; c", "<p>I <3 you & a < b & c</>"),
        ("<p>a<br>b&#146;s &hellip; &foo; &apos;", "<p>a<br></>b’s … &foo; '</>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</><li>b</></>"),
        ("<article data-x='1' hidden>z", "<article data-x=1 hidden=>z</>"),
        ("<p>a<!-- <p>b -->c", "<p>ac</>"),
        ("<p>a</body></html>behind", "<p>a              behind</>"),
        ("<P CLASS=x>a</P>", "<p class=x>a</>"),
        ("<p>a\u{0}b\u{1}c", "<p>abc</>"),
        (
            "<div><script>if (a<b) \"</b>\" &amp;</script>x</div>",
            "<div><script>if (a<b) \"</b>\" &amp;</>x</>"
        ),
        ("<p title='a > b'>c", "<p title=a > b>c</>"),
        ("<p>&lt;b&gt; &#x41; &copy", "<p><b> A &copy</>"),
    ])
    func `is forgiving`(text: String, expected: String) {
        #expect(Self.body(text) == expected)
    }

    @Test func `gives the same wherever the bytes are cut`() {
        let page = """
            <!DOCTYPE html><html><head><title>T &amp; Zoë</title><script>a < b && "</p>"</script></head>
            <body class="x > y"><p>one &hellip; <b>two</b><br/>three<img alt='>'><!-- x > -- y --></p></body></html>
            """
        let whole = Script.read(page, .html)
        for size in 1...page.utf8.count { #expect(Script.read(page, .html, pieces: size) == whole) }
    }

    @Test func `bounds how deep elements are nested`() {
        let script = Script.read(String(repeating: "<b>", count: 100_000), .html)
        #expect(script.hasSuffix("[On line 1 elements are nested more than 500 deep, which is the limit.]"))
    }

    @Test func `takes no longer for end tags that close nothing`() {
        let tags = String(repeating: "<b>", count: 490) + String(repeating: "</i>", count: 50_000)
        let duration = ContinuousClock().measure { _ = Script.read(tags, .html) }
        #expect(duration < .seconds(20))
    }
}
