import Testing

@testable import Formats

@Suite struct `Text with HTML in it` {
    @Test(arguments: [
        ("one\n\ntwo\nthree", ["one", "two three"]),
        ("one\r\n \r\ntwo", ["one", "two"]),
        ("<p>one <b>bold</b></p>\n\n<p>two<br>three</p>", ["one bold", "two", "three"]),
        ("a &amp; b &lt;i&gt; &hellip; &#8217; &#146;", ["a & b <i> … ’ ’"]),
        ("I <3 this, a < b and c > d", ["I <3 this, a < b and c > d"]),
        ("<!-- wp:paragraph --><p>one</p><!-- /wp:paragraph -->", ["one"]),
        ("one<script>alert('x')</script><style>p{}</style> two", ["one two"]),
        ("<svg><text>no</text></svg><iframe>no</iframe><noscript>no</noscript>yes", ["yes"]),
        ("<ul><li>one</li><li>two</li></ul>three", ["one", "two", "three"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
        ("&nbsp;\n\n<p> </p>x", ["x"]),
        ("\u{A0}one\u{A0}two ", ["\u{A0}one\u{A0}two"]),
        ("nul\u{0}l\u{7F} \u{1B}[31m", ["null [31m"]),
        ("", []),
        ("<b>teh <i>wrods</i></b> stay.As they are", ["teh wrods stay.As they are"]),
    ])
    func `becomes paragraphs`(html: String, expected: [String]) {
        #expect(HTMLFragment(html: html).paragraphs(marksQuotes: true) == expected)
    }

    @Test func `says which words are quoted`() {
        let html = "You said<blockquote><p>one</p><blockquote>two</blockquote>three</blockquote>No."
        let fragment = HTMLFragment(html: html)
        #expect(fragment.paragraphs(marksQuotes: true) == ["You said", "> one", "> > two", "> three", "No."])
        #expect(fragment.paragraphs(marksQuotes: false) == ["You said", "one", "two", "three", "No."])
    }

    @Test func `may be one line`() {
        #expect(HTMLFragment(html: " Tom &amp; <b>Jerry</b>\n").line == "Tom & Jerry")
        #expect(HTMLFragment(html: "<script>x</script>").line == nil)
    }

    @Test func `is nothing where it is nested to do harm`() {
        #expect(
            HTMLFragment(html: String(repeating: "<b>", count: 100_000)).paragraphs(marksQuotes: true) == nil
        )
    }
}
