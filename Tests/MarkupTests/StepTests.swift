import Markup
import Testing

@Suite struct `A document that is parsed in steps` {
    /// Parts of many lengths, each with something that must not be cut in two.
    private static let parts = (0..<300).map { number in
        let padding = String(repeating: "w ", count: number % 23)
        return """
            <b c="\(padding)x > y &amp; \u{E9}">\(padding)&#233;&lt;\(number)</b><!-- > \(padding) -->\(padding)&amp;
            <d>\(padding)<i>\u{1F44D}</i></d>
            """
    }

    @Test(arguments: [100, 128, 150, 333, 1000, 5000])
    func `is the same as at once`(step: Int) {
        let document = Array("<a>\(Self.parts.joined())<![CDATA[<x>&amp;]]></a>".utf8)
        let whole = Script.read(document, .xml, step: .max)
        #expect(whole.hasSuffix("<x>&amp;</>"))
        #expect(Script.read(document, .xml, step: step) == whole)
    }

    @Test(arguments: [100, 128, 150, 333, 1000, 5000])
    func `is the same as at once in HTML`(step: Int) {
        let script = "<script>if (a < b) { \"</b>\" }</script>"
        let document = Array("<main>\(Self.parts.joined(separator: script))</main></body>".utf8)
        let whole = Script.read(document, .html, step: .max)
        #expect(Script.read(document, .html, step: step) == whole)
    }
}
