import Foundation
import Markup
import Testing

@Suite struct `The encoding of a document` {
    private static func xml(_ label: String) -> [UInt8] {
        Array("<?xml version='1.0' encoding='\(label)'?>\n<a>".utf8)
    }

    private static func utf16(_ text: String, isBigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(
        arguments: [
            ("windows-1252", [0x93, 0x80, 0xE9, 0x94], "“€é”"),
            ("ISO-8859-1", [0x93, 0xE9, 0x94], "“é”"),
            ("iso-8859-15", [0xA4], "€"),
            ("koi8-r", [0xEB, 0xC9, 0xC5, 0xD7], "Киев"),
            ("windows-1251", [0xCA, 0xE8, 0xE5, 0xE2], "Киев"),
            ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"),
            ("gb2312", [0xC4, 0xE3], "你"),
            ("big5", [0xA7, 0x41], "你"),
            ("euc-kr", [0xC7, 0xD1], "한"),
            ("utf-16", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)]
    )
    func `is the one that it declares`(label: String, bytes: [UInt8], text: String) {
        let document = Self.xml(label) + bytes + Array("</a>".utf8)
        for size in [1, 3, 4000] {
            #expect(Script.read(document, .xml, pieces: size) == "<a>\(text)</>")
        }
        let page = Array("<html><meta charset=\(label)><p>".utf8) + bytes
        #expect(Script.read(page, .html).contains("<p>\(text)</>"))
    }

    @Test(arguments: [false, true], [false, true])
    func `may be UTF-16`(isBigEndian: Bool, mark: Bool) {
        let text = "<?xml version='1.0' encoding='UTF-16'?><a>Zoë 👍</a>"
        let bytes = Self.utf16(text, isBigEndian: isBigEndian, mark: mark)
        for size in 1...9 { #expect(Script.read(bytes, .xml, pieces: size) == "<a>Zoë 👍</>") }
    }

    @Test func `goes by a mark before anything else`() {
        let bytes = [0xEF, 0xBB, 0xBF] + Self.xml("windows-1252") + Array("é</a>".utf8)
        #expect(Script.read(bytes, .xml, charset: "koi8-r") == "<a>é</>")
    }

    @Test func `goes by HTTP before the document`() {
        let page = Array("<meta charset=koi8-r><p>".utf8) + [0x93, 0x94]
        #expect(Script.read(page, .html, charset: "windows-1252").contains("<p>“”</>"))
    }

    @Test(arguments: [1, 2, 3, 64, 9000])
    func `that is wrong is an error with its line, after what came before`(size: Int) {
        for label in ["utf-8", "gb18030"] {
            let bytes = Self.xml(label) + Array("<b/>\none\nt".utf8) + [0xFF, 0xFE] + Array("wo</a>".utf8)
            let script = Script.read(bytes, .xml, pieces: size)
            #expect(script.hasPrefix("<a><b></>"), "\(script)")
            #expect(
                script.contains("[Line 4 has bytes that are not \(label.uppercased()), which was expected.")
            )
        }
        let cut =
            Self.utf16("<?xml version='1.0'?>\n<a>", isBigEndian: true, mark: true) + [0xD8, 0x00, 0x00]
        #expect(Script.read(cut, .xml, pieces: size).contains("[Line 2 has bytes that are not UTF-16BE"))
    }

    @Test func `that nobody knows is an error in XML and UTF-8 in HTML`() {
        let script = Script.read(Self.xml("klingon//TRANSLIT") + Array("</a>".utf8), .xml)
        #expect(script.hasPrefix("[The file is declared to be in the encoding “klingon"))
        #expect(Script.read("<meta charset=klingon><p>é", .html).hasSuffix("<p>é</></></>"))
    }

    @Test func `does not stop HTML where bytes are wrong`() {
        let bytes = Array("<p>a".utf8) + [0xE9] + Array("b é".utf8)
        #expect(Script.read(bytes, .html).contains("<p>a\u{FFFD}b é</>"))
        let other = Array("<meta charset=gb18030><p>a".utf8) + [0xFF] + Array("b".utf8)
        #expect(Script.read(other, .html).contains("<p>a\u{FFFD}b</>"))
    }
}
