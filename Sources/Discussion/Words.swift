/// What counts as a word.
public enum Words {
    /// How many words a text has, as an editor counts them: stretches between white space that hold a
    /// letter or a digit. "anti-war" is one word, a dash between spaces is none.
    public static func count(in text: String) -> Int {
        var count = 0
        var isCounted = false
        for scalar in text.unicodeScalars {
            if scalar.isWhite {
                isCounted = false
            } else if !isCounted && scalar.isLetterOrDigit {
                isCounted = true
                count += 1
            }
        }
        return count
    }

    /// The words of a text as they are looked for: folded, in order, hyphens between them.
    ///
    /// `Ukraine’s anti-war Café` has `ukraine's`, `anti`, `war`, `cafe`. Each ideograph is a word.
    public static func folded(in text: String) -> [String] {
        FoldedText(text).words.map(\.text)
    }

    /// The same words with their accents, in small letters: `ukraine's`, `anti`, `war`, `café`.
    package static func written(in text: String) -> [String] {
        folded(in: text)
    }

    /// Where the words stand: letters and digits, with apostrophes between them.
    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for (position, scalar) in scalars.enumerated() {
            let continues = start != nil && (scalar.isMark || isApostrophe(at: position, in: scalars))
            if scalar.isLetterOrDigit && !scalar.isIdeograph || continues {
                start = start ?? position
                continue
            }
            if let begun = start { ranges.append(begun..<position) }
            start = nil
            if scalar.isIdeograph { ranges.append(position..<position + 1) }
        }
        if let begun = start { ranges.append(begun..<scalars.count) }
        return ranges
    }

    private static func isApostrophe(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[position] == "'" || scalars[position] == "’" else { return false }
        return position + 1 < scalars.count && scalars[position + 1].isLetterOrDigit
    }
}
