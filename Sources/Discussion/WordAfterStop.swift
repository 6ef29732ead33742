/// The word that follows a stop, as far as the rules need it.
struct WordAfterStop {
    /// In lower case, its first letters only.
    let word: String
    private let first: Unicode.Scalar?
    private let second: Unicode.Scalar?

    private static let longestWord = 12
    private static let mostOpeners = 6

    /// The word after `position`, past white space, quotation marks and dashes.
    init(from position: Int, in scalars: [Unicode.Scalar]) {
        var start = position
        let limit = min(scalars.count, position + Self.mostOpeners)
        while start < limit && (scalars[start].isWhite || scalars[start].isOpener) { start += 1 }
        first = start < scalars.count ? scalars[start] : nil
        second = start + 1 < scalars.count ? scalars[start + 1] : nil
        let letters = scalars[start...].prefix(Self.longestWord).prefix { $0.isLetterOrDigit }
        word = String(letters).lowercased()
    }

    var isLower: Bool { first?.isLower ?? false }

    var isDigit: Bool { first?.isASCIIDigit ?? false }

    var isLetter: Bool { !isDigit && (first?.isLetterOrDigit ?? false) }

    /// A capital and a small letter, or a capital that is a word: `Campism`, `I`, `A`.
    var isCapitalised: Bool {
        guard let first, first.isUpper else { return false }
        guard let second else { return true }
        return second.isLower
            || (second.isWhite || second == "’" || second == "'") && (first == "I" || first == "A")
    }
}
