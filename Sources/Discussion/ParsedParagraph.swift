/// A paragraph and the line that it was.
public struct ParsedParagraph: Hashable, Sendable {
    /// Its words and sentences.
    public let paragraph: Paragraph
    /// The line's number in the file, from 1.
    public let line: Int
    /// The line as it stood, where trimming or folding white space changed it. For a comment without
    /// indentation and marker.
    public let raw: String?
    /// Whether the line before it was blank.
    public let isAfterBlankLine: Bool

    /// The paragraph that a line holds, from one of its scalars on.
    init(index: Int, line: PageLine, from start: Int) {
        let content = String(line.scalars[start...])
        paragraph = Paragraph(index: index, segmenting: content)
        self.line = line.number
        // Compared by scalars: to strings, letters with accents are the same composed and decomposed.
        let isSame = content.unicodeScalars.elementsEqual(paragraph.text.unicodeScalars)
        raw = isSame ? nil : content
        isAfterBlankLine = line.isAfterBlank
    }
}
