import Testing

@Suite struct `Simple HTML` {
    @Test(arguments: [
        ("", []), ("  \n ", []), ("plain", ["plain"]),
        ("<p>One &amp; two</p>\n<p>three</p>", ["One & two", "three"]),
        ("<p>a<br />b <em>c</em>d</p>", ["a b cd"]),
        ("<ul><li>a</li><li>b</li></ul>c", ["a", "b", "c"]),
        ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", ["a"]),
        ("a<script>if (1 < 2) { }</script>b", ["ab"]),
        ("I &lt;3 you &#8211; &#x2014;&hellip; &unknown; &#0;", ["I <3 you – —… &unknown; \u{0}"]),
        ("a&nbsp;b", ["a b"]), ("2 < 3", ["2 < 3"]), ("<p>open", ["open"]),
    ])
    func `becomes paragraphs`(html: String, paragraphs: [String]) {
        #expect(HTMLText.paragraphs(ofHTML: html) == paragraphs)
    }
}
