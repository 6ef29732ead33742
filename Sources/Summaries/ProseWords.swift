import Discussion

/// The words of a text with what matters when two texts are compared.
struct ProseWords {
    struct Word {
        let folded: String
        let stem: String
        /// Whether it begins with a capital.
        let isCapital: Bool
        /// Whether a clause begins with it.
        let beginsClause: Bool
        /// Whether it says something by itself.
        let isContent: Bool
    }

    let words: [Word]
    /// Which stems of content words are denied, said plainly, or both.
    let polarities: [String: Set<Bool>]

    init(_ text: String) {
        let words = Self.words(in: text)
        self.words = words
        var polarities: [String: Set<Bool>] = [:]
        for (position, word) in words.enumerated() where word.isContent {
            polarities[word.stem, default: []].insert(Self.isDenied(at: position, in: words))
        }
        self.polarities = polarities
    }

    var folded: Set<String> { Set(words.map(\.folded)) }
    var contentStems: Set<String> { Set(words.filter(\.isContent).map(\.stem)) }
    var hasDenial: Bool { words.contains { ProseVocabulary.denials.contains($0.folded) } }

    func has(_ set: Set<String>) -> Bool { words.contains { set.contains($0.folded) } }

    private static func words(in text: String) -> [Word] {
        var words: [Word] = []
        var isNewClause = true
        let stemmer = Stemmer(.english)
        for chunk in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace || $0 == "-" }) {
            for piece in chunk.split(whereSeparator: {
                !$0.isPartOfWord && !isApostrophe($0) && !$0.isMarkOfLetter
            }) {
                for folded in Words.folded(in: String(piece)) {
                    let breaks = [
                        "but", "however", "although", "though", "because", "while", "whereas", "yet",
                    ]
                    let base = folded.hasSuffix("'s") ? String(folded.dropLast(2)) : folded
                    words.append(
                        Word(
                            folded: base,
                            stem: stemmer?.stem(of: base) ?? base,
                            isCapital: piece.first { $0.isPartOfWord }?.properties.isUppercase ?? false,
                            beginsClause: isNewClause || breaks.contains(base),
                            isContent: isContent(base)
                        )
                    )
                    isNewClause = false
                }
            }
            if let last = chunk.last, !last.isPartOfWord, !isApostrophe(last) { isNewClause = true }
        }
        return words
    }

    private static func isContent(_ word: String) -> Bool {
        if ProseVocabulary.weighty.contains(word) { return true }
        return !Language.english.kinds(of: word).contains(.stopWord)
            && !ProseVocabulary.reporting.contains(word)
            && !ProseVocabulary.denials.contains(word)
    }

    /// Whether a denial stands before it within four words of its clause, or one that reaches back behind it.
    private static func isDenied(at position: Int, in words: [Word]) -> Bool {
        var back = position
        for _ in 0..<4 where back > 0 && !words[back].beginsClause {
            back -= 1
            if ProseVocabulary.denials.contains(words[back].folded) { return true }
        }
        return words[(position + 1)...].prefix(2).prefix { !$0.beginsClause }
            .contains { ProseVocabulary.denialsBehind.contains($0.folded) }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }
}

extension Unicode.Scalar {
    /// An accent that stands on the letter before it.
    fileprivate var isMarkOfLetter: Bool {
        value >= 0x300 && [.nonspacingMark, .spacingMark].contains(properties.generalCategory)
    }
}
