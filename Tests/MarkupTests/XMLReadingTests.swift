import Markup
import Testing

@Suite struct `Reading XML` {
    private static let document = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE a>
        <a xmlns:w="urn:w" title="x &amp; y > z">
        <w:b w:k="1">Zoë &lt; &#233; &amp;amp; <![CDATA[<i>&nbsp;]]]]><![CDATA[>]]></w:b><!-- > --><c/></a>
        """
    private static let script = """
        <a title=x & y > z>
        <{urn:w}b {urn:w}k=1>Zoë < é &amp; <i>&nbsp;]]></><c></></>
        """

    @Test func `gives elements with namespaces, attributes and text`() {
        #expect(Script.read(Self.document, .xml) == Self.script)
    }

    @Test func `gives the same wherever the bytes are cut`() {
        for size in 1...Self.document.utf8.count {
            #expect(Script.read(Self.document, .xml, pieces: size) == Self.script, "pieces of \(size)")
        }
    }

    @Test(arguments: [
        ("<a>é<b>", "<a>é<b>[The file ends on line 1, before"),
        ("", "[The file ends on line 1, before"),
        ("<a>x\n</b>", "<a>x\n[Line 2 is not well-formed XML: Opening and ending tag mismatch"),
        ("<a>x</a>\n<b/>", "<a>x</>[Line 2 is not well-formed XML: Extra content"),
        ("words", "[Line 1 is not well-formed XML"),
        ("<a b='1' b='2'/>", "[Line 1 is not well-formed XML: Attribute b redefined"),
        ("<a>\n<b c=d/></a>", "<a>\n[Line 2 is not well-formed XML: AttValue"),
        ("<a>\n&nbsp;</a>", "<a>\n[Line 2 uses the entity `&nbsp;`. Only &amp; &lt;"),
    ])
    func `says where it breaks off, after what came before`(document: String, expected: String) {
        for size in [1, 2, 1000] {
            let script = Script.read(document, .xml, pieces: size)
            #expect(script.hasPrefix(expected), "\(script), pieces of \(size)")
        }
    }

    @Test func `leaves out control characters, which exports of pasted text have`() {
        #expect(
            Script.read("<a>one\u{0}\u{8}\u{B} two\u{FFFE}\u{FFFF}\t\r\nthree ￾</a>", .xml)
                == "<a>one two\t\nthree </>"
        )
    }

    @Test func `bounds the text of one element`() {
        let long = "<a>12345<b>123456</b><![CDATA[12]]>345</a>"
        #expect(Script.read(long, .xml, longestText: 5) == "<a>12345<b>[6 bytes]</>12345</>")
    }

    @Test func `bounds how deep elements are nested`() {
        let deep = String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250)
        #expect(Script.read(deep, .xml) == deep.replacing("</a>", with: "</>"))
        let script = Script.read("\n<a>\(deep)</a>", .xml)
        #expect(script.hasSuffix("[On line 2 elements are nested more than 250 deep, which is the limit.]"))
    }

    @Test func `bounds what has to be in memory as a whole`() {
        let long = String(repeating: "long ", count: 3 << 20)
        for document in ["\n<a b='\(long)'/>", "\n<a><![CDATA[\(long)]]></a>", "\n<!--\(long)--><a/>"] {
            let script = Script.read(document, .xml)
            #expect(script.contains("[On line 2 a tag, a comment or a CDATA section begins"), "\(script)")
        }
    }

    @Test(arguments: [MarkupReader.Language.xml, .html])
    func `bounds how many names there are`(language: MarkupReader.Language) {
        let names = (1...50_000).map { "<n\($0) a\($0)='x'></n\($0)>" }.joined()
        let script = Script.read("<a>\(names)</a>", language)
        #expect(
            script.hasSuffix(
                "[On line 1 there have been more than 20000 different names of elements and attributes, "
                    + "which is the limit. Documents that people make have a few hundred.]"
            )
        )
    }

    @Test func `goes on side by side`() async {
        let expected = Script.read(Self.document, .xml)
        await withTaskGroup(of: String.self) { group in
            for size in 1...40 { group.addTask { Script.read(Self.document, .xml, pieces: size) } }
            for size in 1...40 { group.addTask { Script.read("<p>Zoë <&", .html, pieces: size) } }
            for await script in group where !script.hasPrefix("<html>") { #expect(script == expected) }
        }
    }
}
