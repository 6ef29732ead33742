internal import Discussion

/// A paragraph with its line. `raw` is there only where it differs from `text`, and `blank_before` only
/// in comments.
struct ParsedParagraphJSON: Encodable {
    let index: Int
    let line: Int
    let text: String
    let words: Int
    let sentences: [Sentence]
    let raw: String?
    let blankBefore: Bool?

    enum CodingKeys: String, CodingKey {
        case index, line, text, words, sentences, raw
        case blankBefore = "blank_before"
    }

    init(_ parsed: ParsedParagraph, isInComment: Bool) {
        index = parsed.paragraph.index
        line = parsed.line
        text = parsed.paragraph.text
        words = parsed.paragraph.wordCount
        sentences = parsed.paragraph.sentences
        raw = parsed.raw
        blankBefore = isInComment ? parsed.isAfterBlankLine : nil
    }
}
