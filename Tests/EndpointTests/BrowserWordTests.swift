import Foundation
import Networking
import TestSupport
import Testing

@testable import Discussion

/// Compares what links are made by with the browser that they are for.
@Suite(
    .enabled(if: Browser.program != nil, "Chromium is not on the path: it cannot be asked."),
    .serialized
)
struct `Words in a browser` {
    private func asking<Answer: Decodable>(_ script: String, as type: Answer.Type) async throws -> Answer {
        let sockets = try WebSocketService()
        var answer = ""
        try await Browser.open("about:blank", with: sockets) { tab in
            answer = try await tab.value(of: script)
        }
        await sockets.shutdown()
        return try JSONDecoder().decode(type, from: Data(answer.utf8))
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private static let pieces = [
        "word", "Word", "é", "e\u{301}", "’", "'", "\"", ".", ",", ":", ";", "-", "–", "_", "1", "23", " ",
        "\u{A0}", "  ",
        "שלום", "״", "׳", "السَّلام", "،", "👍🏽", "👩‍👩‍👧", "🇺🇦", "❤️", "\u{200D}", "\u{AD}", "\u{200B}", "·", "한국", "क्ष",
        "½", "#", "@", "/", "(", "“", "\n", "\u{202F}", "ʼ", "Σ", "Ж", "٣", "٬", "—", "…", "!", "ß", "Ⅷ", "𝐀",
    ]

    @Test func `end where ours end`() async throws {
        var generator = SeededGenerator(seed: 1)
        let texts = (0..<500).map { _ in
            (0..<Int.random(in: 1...12, using: &generator))
                .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        let own = texts.map { text in
            let scalars = Array(text.unicodeScalars)
            return (0...scalars.count).filter(WordBorders(scalars).isBorder)
        }
        // A full stop between letters holds them together in other browsers.
        let theirs = try await asking(
            #"""
            JSON.stringify(\#(json(texts)).map((text) => {
              const segmenter = new Intl.Segmenter("en", { granularity: "word" });
              const ends = [0, ...[...segmenter.segment(text)].map((part) => part.index + part.segment.length)];
              const holds = (end) => /\p{Alphabetic}\p{M}*\p{Cf}*\.\p{M}*\p{Cf}*$/u.test(text.slice(0, end))
                && /^\p{Alphabetic}/u.test(text.slice(end))
                || /\p{Alphabetic}\p{M}*\p{Cf}*$/u.test(text.slice(0, end))
                && /^\.\p{M}*\p{Cf}*\p{Alphabetic}/u.test(text.slice(end));
              return ends.filter((end) => !holds(end)).map((end) => [...text.slice(0, end)].length);
            }))
            """#,
            as: [[Int]].self
        )
        for (number, text) in texts.enumerated() {
            #expect(
                own[number] == theirs[number],
                "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
            )
        }
    }

    /// Latin, Greek, Cyrillic, Hebrew, Arabic, Indian scripts, kana, wide forms.
    private static let scalars: [Unicode.Scalar] = [
        0x21...0x24F, 0x370...0x52F, 0x5D0...0x6FF, 0x900...0xD7F, 0x1E00...0x1FFF, 0x2018...0x201F,
        0x3041...0x30FF,
        0xFB1D...0xFB4F, 0xFF01...0xFF9D,
    ].flatMap { $0 }.compactMap { Unicode.Scalar(UInt32($0)) }
        .filter { $0.properties.isAlphabetic || $0.properties.numericType == .decimal || $0.value < 0x80 }

    private struct Letter: Encodable {
        let text: String
        let folded: String
    }

    @Test func `that it takes for the same are the same to ours`() async throws {
        let letters = Self.scalars.map { scalar in
            var folded: [Unicode.Scalar] = []
            BrowserFolding.append(scalar, to: &folded)
            return Letter(text: String(scalar), folded: String(String.UnicodeScalarView(folded)))
        }
        let differences = try await asking(
            #"""
            JSON.stringify((() => {
              const collator = new Intl.Collator("en", { usage: "search", sensitivity: "base" });
              const letters = \#(json(letters)).sort((one, other) => collator.compare(one.text, other.text));
              // What it tells apart in spite of its collator.
              const isSmall = (text) => /[ぁぃぅぇぉっゃゅょァィゥェォッャュョ\uFF67-\uFF6F]/u.test(text);
              return letters.slice(1).map((letter, place) => [letters[place], letter])
                .filter(([one, other]) => collator.compare(one.text, other.text) === 0
                  && one.folded !== other.folded && isSmall(one.text) === isSmall(other.text))
                .map(([one, other]) => one.text + other.text);
            })())
            """#,
            as: [String].self
        )
        #expect(differences == [])
        #expect(letters.count > 1500)
    }
}
