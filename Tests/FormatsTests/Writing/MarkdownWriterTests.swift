import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive as Markdown` {
    @Test func `has a heading for each comment, and says what it answers`() throws {
        let comments = [
            pageComment("1", "One.\nTwo.", by: "Ada"), pageComment("1.1", "Three.", parent: "1"),
            pageComment("2", "", isRemoved: true),
        ]
        #expect(
            try Written([(Statement(text: "First.\nSecond."), comments)]).text(.markdown) == ##"""
                # Words \& \<deeds\>

                *written by Rapporteur, 2026-03-01T10:00:00Z*

                ## Statement 1

                **1** First.

                **2** Second.

                ### \#1 Ada

                One.

                Two.

                ### \#1.1

                *↳ in reply to \#1*

                Three.

                ### \#2

                *removed*

                """##
        )
    }

    @Test func `says of what comments are`() throws {
        let text = try Written(Nasty.archive()).text(.markdown)
        for line in [
            "*published by A \\& B \\<c\\>, https://example.org/statement?a=1\\&b=\\\"2\\\", revision 2*",
            "**standfirst** A \\*statement\\* -\\- by \\<nobody\\>", "*about 1.1 of revision 1*",
            "*↳ in reply to \\#1, 2025-06-15T15:06:40Z, edited, 👍 3, \\*no\\* \\<b\\> 1*",
        ] {
            #expect(text.contains("\n\(line)\n"))
        }
    }

    @Test(arguments: [
        (
            "plain words, (and) more: yes; no? 10:00:00 a-b a.b",
            "plain words, (and) more: yes; no? 10:00:00 a-b a.b"
        ),
        ("<b> &amp; [x](y) `c` *d* _e_", #"\<b\> \&amp; \[x\](y) \`c\` \*d\* \_e\_"#),
        ("a -- b --- c ... d", #"a -\- b -\-\- c .\.\. d"#), (":smile: a:+1:b", #"\:smile: a\:+1:b"#),
        ("- a", #"\- a"#), ("+ a - b", #"\+ a - b"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#),
        ("(a) b", #"(a\) b"#), ("iv. a", #"iv\. a"#), ("Hello. You", "Hello. You"), ("1.5 is", "1.5 is"),
        ("# a", ##"\# a"##), ("=", #"\="#), (": a", #"\: a"#), ("% a", #"\% a"#), ("1.", #"1\."#),
        ("~~~", #"\~\~\~"#), ("| a", #"\| a"#), ("\\", #"\\"#), ("a\nb\u{2028}c", "a b c"),
        ("\u{0}a\u{7}", "a"),
        ("a >\u{338} b", "a &#62;\u{338} b"), ("*\u{301}", "\\*\u{301}"),
        ("<\u{301}\u{338}", "&#60;\u{301}\u{338}"), ("", ""),
        ("a ‘lesser evil’, it isn’t", "a ‘lesser evil’, it isn’t"), ("‘this isn’t so’", "‘this isn’t so’"),
        ("‘tis", "&#8216;tis"), ("a‘b’", "a&#8216;b’"), ("‘a “b’ c”", "&#8216;a “b’ c”"), ("‘", "&#8216;"),
        ("‘’", "&#8216;’"), ("‘ a’", "&#8216; a’"), ("‘a ’", "&#8216;a ’"), ("“a ” “b”", "“a&#32;” “b”"),
    ])
    func `says just what was written`(words: String, expected: String) {
        #expect(words.markdown.scalars == expected.scalars)
    }
}
