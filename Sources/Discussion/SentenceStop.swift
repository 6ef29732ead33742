/// Marks that may end a sentence, with the quotation marks and brackets that close after them.
struct SentenceStop {
    /// The first run of marks.
    let marks: Range<Int>
    /// Behind the marks and everything that closes with them.
    let end: Int
    /// Whether a quotation mark or bracket closes.
    let closes: Bool
    /// Whether a mark is among them that always ends a sentence.
    let isHard: Bool
    /// Whether `!` or `?` is among them.
    let isEmphatic: Bool
    /// Whether the first run is an ellipsis.
    let isEllipsis: Bool

    /// The stop whose first mark stands at `position`.
    init(at position: Int, in scalars: [Unicode.Scalar]) {
        var end = position
        while end < scalars.count && scalars[end].isStop { end += 1 }
        marks = position..<end
        var closes = false
        while let next = Self.step(from: end, in: scalars) {
            closes = closes || !scalars[end].isStop
            end = next
        }
        let all = scalars[position..<end]
        self.end = end
        self.closes = closes
        isHard = all.contains { $0.isHardStop }
        isEmphatic = all.contains { $0 == "!" || $0 == "?" }
        isEllipsis = marks.count > 1 || scalars[position] == "…"
    }

    /// Behind the next thing that belongs to the stop; nil where it ends.
    private static func step(from end: Int, in scalars: [Unicode.Scalar]) -> Int? {
        guard end < scalars.count else { return nil }
        let scalar = scalars[end]
        if scalar.isStop || scalar.isCloser && !opens(at: end, in: scalars) { return end + 1 }
        if scalar.isAmbiguousQuote && !opens(at: end, in: scalars) { return end + 1 }
        if scalar == "[" { return footnote(from: end, in: scalars) }
        // French sets a space before the mark that closes: « Non ! »
        if scalar.isWhite, end + 1 < scalars.count, scalars[end + 1] == "»" || scalars[end + 1] == "›",
            !opens(at: end + 1, in: scalars)
        {
            return end + 2
        }
        return nil
    }

    /// A mark before a letter opens what comes next: `class.“Campism`, `„Ja.“ »Nein`.
    private static func opens(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let scalar = scalars[position]
        guard scalar.isAmbiguousQuote || "\"'’»›＂＇".unicodeScalars.contains(scalar) else { return false }
        return position + 1 < scalars.count && scalars[position + 1].isLetterOrDigit
    }

    /// Behind `[12]`.
    private static func footnote(from position: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var end = position + 1
        while end < scalars.count && end - position <= 3 && scalars[end].isASCIIDigit { end += 1 }
        guard end > position + 1, end < scalars.count, scalars[end] == "]" else { return nil }
        return end + 1
    }
}
