/// The word before a full stop, and whether that stop only shortens it.
struct WordBeforeStop {
    private let scalars: ArraySlice<Unicode.Scalar>
    private let word: String
    private let isFirstOfSentence: Bool
    private let followsColon: Bool

    private static let longestAbbreviation = 12

    /// The word that ends before `position`. A longer one than any abbreviation counts as none.
    init(at position: Int, from sentenceStart: Int, in scalars: [Unicode.Scalar]) {
        let limit = max(sentenceStart, position - Self.longestAbbreviation)
        var start = position
        while start > limit && !Self.isBorder(scalars[start - 1]) { start -= 1 }
        let isWhole = start == sentenceStart || Self.isBorder(scalars[start - 1])
        self.scalars = isWhole ? scalars[start..<position] : []
        word = String(self.scalars).lowercased()
        isFirstOfSentence = start == sentenceStart
        followsColon = start >= 2 && (scalars[start - 2] == ":" || scalars[start - 2] == ";")
    }

    /// Whether the sentence goes on behind the full stop.
    func isAbbreviation(before next: WordAfterStop, closes: Bool) -> Bool {
        guard let first = scalars.first else { return false }
        if isListNumber && (isFirstOfSentence || followsColon) { return true }
        if Abbreviations.inner.contains(word) { return true }
        if Abbreviations.titles.contains(word) { return first.isUpper || next.isLower }
        let begins = Abbreviations.starters.contains(next.word)
        if Abbreviations.soft.contains(word) { return next.isLower || next.isDigit || closes && !begins }
        if scalars.count == 1 && first.isUpper {
            return first != "I" && next.isLetter && (next.isLower || !begins)
        }
        if Abbreviations.numbered.contains(word) { return next.isDigit }
        if isDottedLetters { return next.isLower || !begins }
        if isNumber && scalars.count <= 2 || scalars.count == 1 { return next.isLower }
        return false
    }

    private var isNumber: Bool { scalars.allSatisfy { $0.isASCIIDigit } }

    /// `1`, `12`, `a`: as written before an entry of a list, and an initial before a name.
    private var isListNumber: Bool {
        isNumber ? scalars.count <= 2 : scalars.count == 1 && scalars.allSatisfy { $0.isLetterOrDigit }
    }

    /// `U.S`, `N.A.T.O`, `Ph.D`.
    private var isDottedLetters: Bool {
        let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1
            && parts.allSatisfy {
                (1...2).contains($0.count) && $0.allSatisfy { $0.isLetterOrDigit && !$0.isASCIIDigit }
            }
    }

    private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWhite || scalar == "/" || scalar == "…" || scalar.isOpener || scalar.isCloser
    }
}
