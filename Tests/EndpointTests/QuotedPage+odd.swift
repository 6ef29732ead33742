import Discussion
import TestSupport

extension QuotedPage {
    /// A page that nobody wrote: all that makes words hard to find.
    static func odd() throws -> QuotedPage {
        let statement = Statement(
            title: "Peace",
            standfirst: "Peace now.",
            caption: Paragraph(index: 0, segmenting: "Peace now. Land now."),
            paragraphs: lines.enumerated().map { Paragraph(index: $0 + 1, segmenting: $1) },
            publisher: nil,
            sourceURL: url
        )
        let edges = [("h1", statement.title), ("p", "Peace now."), ("figcaption", "Peace now. Land now.")]
        let below = comments.flatMap { $0.paragraphs.map { ("li", $0.text) } }
        return QuotedPage(
            blocks: (edges + lines.map { ("p", $0) } + below).map(Block.init),
            passages: try passages(at: addresses(of: statement), of: statement, and: comments)
        )
    }

    private static func addresses(of statement: Statement) throws -> [PassageReference] {
        let places = statement.paragraphs.dropFirst(repeated + 1).flatMap { paragraph in
            paragraph.sentences.map { PassagePlace(paragraph: paragraph.index, sentence: $0.index) }
        }
        let ranges = try ranges.map { try PassageReference(parsing: $0) }
        return [.title, .standfirst, .caption] + ranges + places.map { .statement(PassageRange($0)) }
    }

    /// Of the words that stand forty times, and over the borders of blocks and sentences.
    private static let ranges = [
        "1.1", "1.2", "1.20", "1.39", "1.40", "1", "2", "3", "4", "40", "41", "1.40-2.1", "1-2",
        "1.38-3.1", "41-42", "42-43", "42.2-43.1", "44.2-45.1", "46.1-2", "47.2-48.1", "51.1-2",
        "53-54", "57-58", "58-59", "61.1-2", "62-63", "63", "65", "64-65",
        "66.2-67.2", "70-72", "72-73", "1-74",
    ]

    private static let repeated = 40

    private static let comments = [
        "I agree.", "I agree.", "You do?\nI agree.", "I agree. You do?", "Peace now.",
    ]
    .enumerated().map { pageComment("\($0 + 1)", $1) }

    private static let long =
        "and so it went on, from year to year and from house to house, until nobody could say "
        + "any more who had begun it, who had wanted it, or who had been there before the first stone was laid"

    private static let lines =
        [Array(repeating: "Peace.", count: repeated).joined(separator: " ")]
        + Array(repeating: "Justice.", count: repeated) + [
            "שָׁלוֹם עֲלֵיכֶם. שלום עליכם. השלום בא! הוא אמר: „שלום”. He said שלום to all. He said שלום to none.",
            "السَّلامُ عَلَيْكُمْ. السلام عليكم. هل هذا صحيح؟ نعم، هذا صحيح. ١٢٣ كتب. 123 كتب.",
            "今天很冷。我们回家吧！今天很冷。你呢？我们回家吧！今天很冷，我们不回家。",
            "彼は「行く。」と言った。カップの戦争。かっぷの戦争。ハハ。パパ。ババ。ははは。",
            "\(String(repeating: "รัฐบาล", count: 30)) \(String(repeating: "รัฐบาล", count: 30)) ผมรักบ้าน",
            "Cafe\u{301} ouvert. Café ouvert. CAFE OUVERT. cafe ouvert. Le cafe\u{301} ouvert.",
            "👩‍👩‍👧‍👧 came. 👩‍👩‍👧 came. 🇺🇦 won! 👍🏽 yes. 👍 yes. They said 👍.",
            "Anti-war now. Anti war now. Anti–war now. It is well-known, they say - and so on. -5 is less.",
            "Bread, peace & land. Bread, peace, land. It is 100% of #1 at a/b? Is it C++ or C#? It is 50 % off.",
            "“Why?” she asked. ‘Why?’ he asked. «Pourquoi ?» dit-elle. „Warum?“ fragte er. \"Why?\" 'Why?' We asked.",
            "We\u{A0}met in Paris. We met in\u{A0}Paris. There were 10\u{A0}000 of us.\u{A0}\u{A0}Nobody came late.",
            "At first it was small \(long). Then it was small \(long). At last it was small \(long).",
            "Polish polish. POLISH POLISH. Résumé resume. Resume résumé. Straße STRASSE. Œuvre oeuvre. Ångström.",
            "It cost 1,000.50 then. It cost 1,000.5 now. It cost 1,000 in all. 3.5 is less. Version 3.5.7 came.",
            "Dr. Smith of the U.S. came at 5 p.m. yesterday. He met Mr. J. R. Jones, e.g. at Acme Inc. and left.",
            "See https://example.org/a?b=c&d=e#f for more. Or www.example.org/x-y_z. Mail a.b@c.org now.",
            "…",
            "They hurt the working class.Campism at its worst. I know.You know. I know.",
            "* * *", "Art. Start art. The art of it. Party. The art.", "—",
            "At first it was small \(long).", "Between them.", "At first it was small \(long).",
            "전쟁과 평화. 평화와 전쟁. 전쟁과 평화. 전쟁과.", "वह घर गया। वह घर गया। मैं यहाँ हूँ॥ वह घर।",
            "Co\u{AD}operate now. Cooperate now. Zero\u{200B}width. Zerowidth.",
            "<b>bold</b> & &amp; done. </p> is done. The end - the end. The end – the end!", "A", "B", "A",
            "B",
            "Land now. Peace now.",
            "\u{200F}שלום\u{200F} כאן. וכך היה.\u{200F}", "וכך היה. אחר שם. שלום כאן.",
            "We \u{200B} met. Zero\u{200B} width. \u{200B}Some.\u{200B} Some. Other\u{AD}. Then \u{2066}this.\u{2069} Next.",
        ]
}
