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
    /// How its words are spread.
    let counts: Counts
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
        private(set) var stopWords = 0
        private(set) var firstPerson = 0
        private(set) var secondPerson = 0
        private(set) var courtesies = 0
        private(set) var withDigits = 0

        /// Counts folded words.
        init(_ words: [String]) {
            self.words = words.count
            for word in words {
                if StopWords.english.contains(word) { stopWords += 1 }
                if StopWords.firstPerson.contains(word) { firstPerson += 1 }
                if StopWords.secondPerson.contains(word) { secondPerson += 1 }
                if StopWords.courtesies.contains(word) { courtesies += 1 }
                if word.unicodeScalars.contains(where: \.isDigit) { withDigits += 1 }
            }
        }
    }
}
