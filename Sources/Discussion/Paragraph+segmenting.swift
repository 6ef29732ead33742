extension Paragraph {
    /// One paragraph of the words in `text`, cut into sentences by the rules of ``SentenceSegmenter``.
    ///
    /// White space of any kind, no-break spaces and line breaks included, is trimmed at both ends and
    /// folded to single spaces inside; nothing else is changed. Takes time in proportion to the text.
    public init(index: Int, segmenting text: String) {
        let scalars = Self.foldingWhiteSpace(of: text.unicodeScalars)
        let ranges = SentenceSegmenter(scalars).ranges()
        self.init(
            index: index,
            text: String(scalars),
            sentences: ranges.enumerated().map { number, range in
                Sentence(
                    index: number + 1,
                    start: range.lowerBound,
                    end: range.upperBound,
                    text: String(scalars[range])
                )
            }
        )
    }

    /// The paragraphs of a text: each line that is not blank is one, numbered from 1.
    public static func paragraphs(of text: String) -> [Paragraph] {
        let lines = text.unicodeScalars.split {
            $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
        var paragraphs: [Paragraph] = []
        for line in lines where line.contains(where: { !$0.isWhite }) {
            paragraphs.append(Paragraph(index: paragraphs.count + 1, segmenting: String(line)))
        }
        return paragraphs
    }

    /// How many words it has: see ``Words/count(in:)``.
    public var wordCount: Int { Words.count(in: text) }

    static func foldingWhiteSpace(of text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        var isAfterSpace = false
        for scalar in text {
            if scalar.isWhite {
                isAfterSpace = true
                continue
            }
            if isAfterSpace && !folded.isEmpty { folded.append(" ") }
            isAfterSpace = false
            folded.append(scalar)
        }
        return folded
    }
}

extension String {
    /// The text of these scalars, none changed or composed.
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
