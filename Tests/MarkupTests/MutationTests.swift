import Markup
import TestSupport
import Testing

@Suite struct `A document with bytes changed at random` {
    private static let document = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE a [<!ENTITY x "y"><!ATTLIST a b CDATA "c">]>
        <a xmlns:w="urn:w"><w:b c="d &amp; e">Zoë &#233;<![CDATA[<i>]]></w:b><p>x<br/>y<script>1<2</script></p></a>
        """

    @Test(arguments: [MarkupReader.Language.xml, .html])
    func `is read, or is an error`(language: MarkupReader.Language) {
        var chance = SeededGenerator(seed: 7)
        let signs = Array("<>&;\"'[]!-/?= a\u{0}".utf8) + [0xFF, 0xC3, 0xE9]
        for _ in 0..<1500 {
            var bytes = Array(Self.document.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(signs.randomElement(using: &chance) ?? 0, at: place)
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
                default: bytes[place] = signs.randomElement(using: &chance) ?? 0
                }
            }
            let size = Int.random(in: 1...60, using: &chance)
            let script = Script.read(bytes, language, pieces: size)
            #expect(script == Script.read(bytes, language), "\(bytes)")
        }
    }
}
