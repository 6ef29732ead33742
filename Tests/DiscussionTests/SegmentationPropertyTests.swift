import Discussion
import TestSupport
import Testing

@Suite struct `Segmentation of anything` {
    private static let pieces = [
        "Ukraine", "class", ".", "?", "!", "…", "...", " ", "\u{A0}", "”", "“", "(", ")", "e.g.", "Dr.", "J.",
        "U.S.", "3.5",
        "https://a.b/c?d=e", "\u{301}", "👍🏽", "。", "؟", "\n", "\t", "’s", "-", "–", "[1]", "«", "»", "A", "b",
        "\u{0}", "ß", "ﬁ",
        "1.", "  ", "•", "\r", "\r\n", "\u{202E}", "戦争", "#",
    ]

    static func text(seed: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(seed))
        return (0..<Int.random(in: 0...60, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test(arguments: 0..<500)
    func `loses nothing and keeps its offsets`(seed: Int) {
        let text = Self.text(seed: seed)
        let paragraph = Paragraph(index: 1, segmenting: text)
        let scalars = Array(paragraph.text.unicodeScalars)
        var end = 0
        for sentence in paragraph.sentences {
            #expect(sentence.start >= end && sentence.end > sentence.start)
            #expect(scalars[end..<sentence.start].allSatisfy { $0 == " " })
            #expect(scalars[sentence.start..<sentence.end].elementsEqual(sentence.text.unicodeScalars))
            end = sentence.end
        }
        #expect(end == scalars.count)
        let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        #expect(scalars.filter { $0 != " " }.elementsEqual(kept))
    }

    // A rule that looked at everything before each mark would need hours for these.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "a", count: 1_000_000), String(repeating: "a.", count: 50_000),
            String(repeating: "a.B", count: 30_000), String(repeating: "word ", count: 20_000),
            "e" + String(repeating: "\u{301}", count: 100_000), String(repeating: ".”", count: 30_000),
            String(repeating: "\u{A0}", count: 50_000), String(repeating: "[1", count: 40_000),
            String(repeating: "A. ", count: 30_000), String(repeating: "。", count: 30_000),
            String(repeating: "Aa.Aa/", count: 20_000),
        ]
    )
    func `takes time in proportion to its length`(text: String) {
        let paragraph = Paragraph(index: 1, segmenting: text)
        #expect(paragraph.sentences.last?.end ?? 0 == paragraph.text.unicodeScalars.count)
    }
}
