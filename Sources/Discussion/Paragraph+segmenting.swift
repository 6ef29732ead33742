extension Paragraph {
    /// One paragraph of the words in `text`, cut into sentences by the rules of ``SentenceSegmenter``.
    ///
    /// White space of any kind, no-break spaces and line breaks included, is trimmed at both ends and
    /// folded to single spaces inside; nothing else is changed. Takes time in proportion to the text.
    public init(index: Int, segmenting text: String) {
        self.init(index: index, segmenting: Self.foldingWhiteSpace(of: text.unicodeScalars))
    }

    private init(index: Int, segmenting scalars: [Unicode.Scalar]) {
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
        var paragraphs: [Paragraph] = []
        var line = Line()
        for scalar in text.unicodeScalars {
            guard scalar.isLineEnd else {
                line.append(scalar)
                continue
            }
            if !line.scalars.isEmpty {
                paragraphs.append(Paragraph(index: paragraphs.count + 1, segmenting: line.scalars))
            }
            line = Line()
        }
        guard !line.scalars.isEmpty else { return paragraphs }
        return paragraphs + [Paragraph(index: paragraphs.count + 1, segmenting: line.scalars)]
    }

    /// How many words it has: see ``Words/count(in:)``.
    public var wordCount: Int { Words.count(in: text) }

    static func foldingWhiteSpace(of text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var line = Line()
        for scalar in text { line.append(scalar) }
        return line.scalars
    }

    /// Scalars with white space trimmed at both ends and single inside.
    private struct Line {
        private(set) var scalars: [Unicode.Scalar] = []
        private var isAfterSpace = false

        mutating func append(_ scalar: Unicode.Scalar) {
            guard !scalar.isWhite else {
                isAfterSpace = true
                return
            }
            if isAfterSpace && !scalars.isEmpty { scalars.append(" ") }
            isAfterSpace = false
            scalars.append(scalar)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLineEnd: Bool {
        self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}"
    }
}

extension String {
    /// The text of these scalars, none changed or composed.
    init(_ scalars: some Collection<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
