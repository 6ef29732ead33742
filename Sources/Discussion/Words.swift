/// What counts as a word.
public enum Words {
    /// How many words a text has, as an editor counts them: stretches between white space that hold a
    /// letter or a digit. "anti-war" is one word, a dash between spaces is none. Each ideograph is a word; of
    /// other scripts without spaces four letters are one.
    public static func count(in text: String) -> Int {
        var count = 0
        var isCounted = false
        var unspaced = 0
        for scalar in text.unicodeScalars {
            let kinds = ScalarKinds.of(scalar)
            if kinds.contains(.white) {
                isCounted = false
                unspaced = 0
            } else if kinds.contains(.unspaced) {
                if unspaced % lettersOfUnspacedWord == 0 { count += 1 }
                unspaced += 1
            } else if kinds.contains(.ideograph) {
                count += 1
                unspaced = 0
            } else if !isCounted && unspaced == 0 && kinds.contains(.letterOrDigit) {
                isCounted = true
                count += 1
            } else if !kinds.contains(.mark) {
                unspaced = 0
            }
        }
        return count
    }

    /// About as many as words of Thai, Japanese and Khmer have.
    private static let lettersOfUnspacedWord = 4

    /// The words of a text as they are looked for: folded, in order, hyphens between them.
    ///
    /// `Ukraine’s anti-war Café` has `ukraine's`, `anti`, `war`, `cafe`. Each ideograph is a word. Of scripts
    /// that put no spaces between words each letter with the next one is.
    public static func folded(in text: String) -> [String] {
        if let words = ASCIIWords.folded(in: text) { return words }
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { Folding.append(scalar, to: &scalars) }
        return ranges(in: scalars).map { String(scalars[$0]) }
    }

    /// The same words with their accents, in small letters: `ukraine's`, `anti`, `war`, `café`.
    package static func written(in text: String) -> [String] {
        if let words = ASCIIWords.folded(in: text) { return words }
        var scalars: [Unicode.Scalar] = []
        // As many as there are folded ones; nil where one became several.
        var written: [Unicode.Scalar?] = []
        for scalar in text.unicodeScalars {
            let end = scalars.count
            Folding.append(scalar, to: &scalars)
            guard scalars.count > end else { continue }
            let small = scalar.isUpper ? scalar.properties.lowercaseMapping.unicodeScalars.first : scalar
            written.append(scalar.isLetterOrDigit ? small : scalars[end])
            while written.count < scalars.count { written.append(nil) }
        }
        return ranges(in: scalars).map { String(written[$0].compactMap { $0 }) }
    }

    /// All stretches of five words in a row, by which one text shows that it quotes another: shorter ones are common to
    /// texts that do not know each other.
    ///
    /// - Parameter words: As ``folded(in:)`` gives them.
    public static func runs(of words: [String]) -> [ArraySlice<String>] {
        guard words.count >= wordsInRun else { return [] }
        return (0...(words.count - wordsInRun)).map { words[$0..<($0 + wordsInRun)] }
    }

    private static let wordsInRun = 5

    /// Where the words stand: letters and digits, with apostrophes between them.
    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            let kinds = ScalarKinds.of(scalars[position])
            if kinds.contains(.unspaced) {
                position = addPairs(to: &ranges, from: position, in: scalars)
            } else if kinds.contains(.letterOrDigit) {
                let end = kinds.contains(.ideograph) ? position + 1 : wordEnd(behind: position, in: scalars)
                ranges.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return ranges
    }

    private static func wordEnd(behind start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var end = start + 1
        while end < scalars.count {
            let kinds = ScalarKinds.of(scalars[end])
            let isLetter = kinds.contains(.letterOrDigit) && kinds.isDisjoint(with: [.ideograph, .unspaced])
            guard isLetter || kinds.contains(.mark) || isApostrophe(at: end, in: scalars) else { break }
            end += 1
        }
        return end
    }

    /// Each letter and the next one, with the signs that stand on them, then the last by itself, so that a
    /// search for any part of the run finds it.
    private static func addPairs(
        to ranges: inout [Range<Int>],
        from start: Int,
        in scalars: [Unicode.Scalar]
    ) -> Int {
        var first = start
        var second = end(ofLetterAt: start, in: scalars)
        while second < scalars.count && scalars[second].isUnspaced {
            let end = end(ofLetterAt: second, in: scalars)
            ranges.append(first..<end)
            (first, second) = (second, end)
        }
        ranges.append(first..<second)
        return second
    }

    private static func end(ofLetterAt position: Int, in scalars: [Unicode.Scalar]) -> Int {
        var end = position + 1
        while end < scalars.count && scalars[end].isMark { end += 1 }
        return end
    }

    private static func isApostrophe(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[position] == "'" || scalars[position] == "’" else { return false }
        return position + 1 < scalars.count && scalars[position + 1].isLetterOrDigit
    }
}
