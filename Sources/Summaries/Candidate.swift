import Discussion

/// A sentence that may stand for the discussion, with what its score is made of.
struct Candidate {
    /// The position of its comment among those that were read.
    let comment: Int
    /// The number of whoever wrote it: the author, or where that is unknown the comment itself.
    let voice: Int
    /// The number of its paragraph in the comment.
    let paragraph: Int
    /// The sentence as it stands in the paragraph.
    let sentence: Sentence
    /// How many words it has, as a reader counts them.
    let wordCount: Int
    /// Its words without stop words, as numbers of a ``Vocabulary``.
    let stems: [Int]
    /// All its words, as numbers of ``WordNumbers``.
    let words: [Int32]
    /// How its words are spread.
    let counts: Counts
    /// The share of signs that are rare in prose.
    let signs: Double
    /// Its number among the sentences of its comment, from 0; quoted lines do not count.
    let position: Int
    /// Whether it speaks of something that only the sentence before it names.
    let leans: Bool
    /// Whether the candidate before this one is the sentence before it.
    let followsItsNeighbour: Bool
    /// Whether it can be understood and may be shown; otherwise its words only count.
    let isQuotable: Bool

    /// How a sentence's words are spread.
    struct Counts {
        private(set) var words = 0
        private(set) var letters = 0
        private(set) var stopWords = 0
        private(set) var firstPerson = 0
        private(set) var firstPersonPlural = 0
        private(set) var secondPerson = 0
        private(set) var courtesies = 0
        private(set) var withDigits = 0
        private(set) var contractions = 0

        /// Counts folded words, of which the vocabulary knows what they do.
        init(_ words: [String], kinds: some Sequence<WordKinds>) {
            self.words = words.count
            for (word, kinds) in zip(words, kinds) {
                if kinds.contains(.stopWord) { stopWords += 1 }
                if kinds.contains(.firstPerson) { firstPerson += 1 }
                if kinds.contains(.secondPerson) { secondPerson += 1 }
                if kinds.contains(.courtesy) { courtesies += 1 }
                if word.utf8.first == UInt8(ascii: "w") || word.utf8.first == UInt8(ascii: "o"),
                    kinds.contains(.stopWord), Self.plural.contains(word)
                {
                    firstPersonPlural += 1
                }
                count(letters: word)
            }
        }

        private mutating func count(letters word: String) {
            var hasDigit = false
            var hasApostrophe = false
            for byte in word.utf8 {
                // What continues a letter is none.
                if byte & 0xC0 != 0x80 { letters += 1 }
                if byte == UInt8(ascii: "'") { hasApostrophe = true }
                if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { hasDigit = true }
            }
            if hasDigit { withDigits += 1 }
            if hasApostrophe { contractions += 1 }
        }

        /// English; that "us" is missing costs nothing.
        private static let plural: Set<String> = [
            "we", "we're", "we've", "we'd", "we'll", "our", "ours", "ourselves",
        ]
    }
}
