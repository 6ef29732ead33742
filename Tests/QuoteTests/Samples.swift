import PluginAPI
import TestSupport

/// Small texts to try things on. Here and not among the tests, where `Comment` means something of Testing's.
enum Samples {
    static func comment(
        _ number: Int,
        parent: Int? = nil,
        isRemoved: Bool = false,
        text: String? = nil
    ) -> Comment {
        let words = text ?? "Comment number \(number)."
        return pageComment(
            "\(number)",
            isRemoved ? "" : words,
            parent: parent.map { "\($0)" },
            by: isRemoved ? nil : "Ada",
            isRemoved: isRemoved
        )
    }

    /// Comments from a number on, one for each text.
    static func comments(_ texts: [String], from first: Int = 1) -> [Comment] {
        texts.enumerated().map { comment(first + $0.offset, text: $0.element) }
    }
}

extension Statement {
    init(_ title: String, paragraphs: [String]) {
        self.init(
            title: title,
            standfirst: nil,
            caption: nil,
            paragraphs: paragraphs.enumerated().map {
                Paragraph(index: $0.offset + 1, segmenting: $0.element)
            },
            publisher: nil,
            sourceURL: nil
        )
    }

    static let short = Statement("Peace", paragraphs: ["Everybody wants peace. Few agree how."])

    /// The same with a paragraph before, and another word.
    static let revised = Statement(
        "Peace",
        paragraphs: ["Nobody was asked.", "Everybody wants peace. Some agree how."]
    )

    static let other = Statement("War", paragraphs: ["Nobody wants war."])
}
