/// A text in its folded form, which remembers where each scalar came from.
struct FoldedText {
    /// One word of it.
    struct Word {
        let text: String
        /// Without the `'s` of a genitive, where it has one: `Ukraine’s` is found by "Ukraine" too. Of a pair
        /// of letters that are not spaced, the first.
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
            let end = scalars.count
            Folding.append(scalar, to: &scalars)
            if scalars.count == end { continue }
            if isAfterSpace {
                scalars.insert(" ", at: end)
                origins.append(origin - 1)
            }
            isAfterSpace = false
            while origins.count < scalars.count { origins.append(origin) }
        }
        wordRanges = Words.ranges(in: scalars)
    }

    /// Its words, in order.
    var words: [Word] {
        wordRanges.map { range in
            Word(text: String(scalars[range]), base: base(of: range).map { String(scalars[$0]) })
        }
    }

    private func base(of range: Range<Int>) -> Range<Int>? {
        let first = range.lowerBound
        if scalars[first].isUnspaced {
            let second = (first + 1..<range.upperBound).first { scalars[$0].isUnspaced }
            return second.map { first..<$0 }
        }
        let isGenitive = range.count > 2 && scalars[range].suffix(2).elementsEqual("'s".unicodeScalars)
        return isGenitive ? range.dropLast(2) : nil
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
        guard before.isLetterOrDigit, after.isLetterOrDigit else { return true }
        return [before, after].contains { $0.isIdeograph || $0.isUnspaced }
    }
}
