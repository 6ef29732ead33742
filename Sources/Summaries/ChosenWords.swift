import Discussion

/// A sentence cut at white space, so that words found in their folded form can be shown as they stand.
struct ChosenWords {
    /// One stretch between white space.
    struct Token {
        /// As it stands, with what is attached to it.
        let written: Substring
        /// Its letters and digits, folded; empty for a dash.
        let folded: String
        /// Whether punctuation ends a clause behind it.
        let endsClause: Bool
        /// Whether a quotation mark is attached.
        let isMarked: Bool
    }

    let text: String
    let tokens: [Token]

    init(_ text: String) {
        self.text = text
        tokens = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.map { written in
            let isVote =
                written.hasPrefix("+1") && !written.dropFirst(2).contains { $0.isLetter || $0.isNumber }
            let folded = isVote ? "+1" : Words.folded(in: String(written)).joined(separator: "-")
            let last = written.unicodeScalars.last ?? " "
            return Token(
                written: written,
                folded: folded,
                endsClause: ".,;:!?…)—–".unicodeScalars.contains(last) || folded.isEmpty,
                isMarked: written.unicodeScalars.contains { "\"“”„«»‘".unicodeScalars.contains($0) }
            )
        }
    }

    /// The words of these tokens as they stand in the sentence, without punctuation around them.
    func written(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        let scalars = text[first.written.startIndex..<last.written.endIndex].unicodeScalars
        let isWord = { (scalar: Unicode.Scalar) in scalar.isLetter || scalar.isAnyDigit || scalar == "+" }
        guard let start = scalars.firstIndex(where: isWord), let end = scalars.lastIndex(where: isWord) else {
            return ""
        }
        return String(scalars[start...end])
    }
}
