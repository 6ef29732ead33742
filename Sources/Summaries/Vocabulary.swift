internal import Discussion

/// Numbers for stems, so that sentences can be compared as vectors.
///
/// A stem has the same number in every language that has it: names and borrowed words then count together.
struct Vocabulary {
    /// What is known of a word.
    struct Entry {
        /// The number of its stem; nil for a stop word or courtesy.
        let stem: Int?
        /// What it does in a sentence.
        let kinds: WordKinds
    }

    private var numbers: [String: Int] = [:]
    private var lexicons: [Language: Lexicon] = [:]

    /// How many stems there are.
    var count: Int { numbers.count }

    /// What is known of each word, in their order.
    ///
    /// - Parameters:
    ///   - words: As `Words.folded(in:)` gives them.
    ///   - text: What they were taken from, for the accents that folding strips: stemmers need them.
    mutating func entries(of words: [String], writtenAs text: String, in language: Language) -> [Entry] {
        let lexicon = lexicon(of: language)
        // Folding changes nothing that English stemming looks at.
        let written = language == .english ? words : Words.written(in: text)
        return zip(words, written).map { word, written in
            lexicon.entry(of: word, written: written) { number(of: $0) }
        }
    }

    /// The numbers of the words that say something, in their order.
    mutating func stems(of words: [String], writtenAs text: String, in language: Language) -> [Int] {
        entries(of: words, writtenAs: text, in: language).compactMap(\.stem)
    }

    /// The number of a folded word that has been seen in this language; nil for a stop word.
    func number(known word: String, in language: Language) -> Int? {
        lexicons[language]?.entry(known: word)?.stem
    }

    private mutating func lexicon(of language: Language) -> Lexicon {
        if let known = lexicons[language] { return known }
        let lexicon = Lexicon(language)
        lexicons[language] = lexicon
        return lexicon
    }

    private mutating func number(of stem: String) -> Int {
        if let known = numbers[stem] { return known }
        numbers[stem] = numbers.count
        return numbers.count - 1
    }
}
