/// A text in its folded form, which remembers where each scalar came from.
struct FoldedText {
    /// One word of it.
    struct Word {
        let text: String
        /// Without the `'s` of a genitive, where it has one: `Ukraine’s` is found by "Ukraine" too.
        let base: String?

        func matches(_ other: String) -> Bool { text == other || base == other }
    }

    /// The folded scalars, white space trimmed and single.
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each folded scalar, its offset in the text it came from, in Unicode scalars.
    private(set) var origins: [Int] = []
    private var wordRanges: [Range<Int>] = []

    init(_ text: String) {
        var isAfterSpace = false
        for (origin, scalar) in text.unicodeScalars.enumerated() {
            if scalar.isWhite {
                isAfterSpace = !scalars.isEmpty
                continue
            }
            let folded = Folding.fold(scalar)
            if folded.isEmpty { continue }
            if isAfterSpace { append(" ", from: origin - 1) }
            isAfterSpace = false
            for scalar in folded { append(scalar, from: origin) }
        }
        wordRanges = Words.ranges(in: scalars)
    }

    private mutating func append(_ scalar: Unicode.Scalar, from origin: Int) {
        scalars.append(scalar)
        origins.append(origin)
    }

    /// Its words, in order.
    var words: [Word] {
        wordRanges.map { range in
            let isGenitive = range.count > 2 && scalars[range].suffix(2).elementsEqual("'s".unicodeScalars)
            return Word(
                text: String(scalars[range]),
                base: isGenitive ? String(scalars[range.dropLast(2)]) : nil
            )
        }
    }

    /// Whether there is a letter or digit to look for.
    var hasWords: Bool { !wordRanges.isEmpty }

    /// Where `needle` stands in it, as places in the folded scalars; they may overlap.
    func occurrences(of needle: FoldedText) -> [Range<Int>] {
        Needle(needle.scalars).places(in: scalars).map { $0..<$0 + needle.scalars.count }
    }

    /// Whether neither end of the place cuts a word in two.
    func isWhole(_ place: Range<Int>) -> Bool {
        isBorder(place.lowerBound) && isBorder(place.upperBound)
    }

    /// The place in the text it came from, in Unicode scalars.
    func origin(of place: Range<Int>) -> Range<Int> {
        origins[place.lowerBound]..<origins[place.upperBound - 1] + 1
    }

    private func isBorder(_ position: Int) -> Bool {
        guard position > 0, position < scalars.count else { return true }
        let (before, after) = (scalars[position - 1], scalars[position])
        return !(before.isLetterOrDigit && after.isLetterOrDigit) || before.isIdeograph || after.isIdeograph
    }
}
