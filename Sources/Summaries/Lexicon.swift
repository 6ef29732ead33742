internal import Discussion

/// The words of one language that have been seen, each stemmed once.
final class Lexicon {
    private let language: Language
    private let stemmer: Stemmer?
    /// By the word as it was written, in small letters.
    private var entries: [String: Vocabulary.Entry] = [:]

    init(_ language: Language) {
        self.language = language
        stemmer = Stemmer(language)
    }

    /// The entry of a word that has been seen.
    func entry(known word: String) -> Vocabulary.Entry? { entries[word] }

    /// - Parameters:
    ///   - word: Folded.
    ///   - written: The same with its accents, by which stemmers know endings.
    ///   - number: Gives a stem its number.
    func entry(of word: String, written: String, number: (String) -> Int) -> Vocabulary.Entry {
        if let known = entries[written] { return known }
        let entry = newEntry(of: word, written: written, number: number)
        entries[written] = entry
        // A search by the folded word finds the form that was seen first.
        if entries[word] == nil { entries[word] = entry }
        return entry
    }

    private func newEntry(of word: String, written: String, number: (String) -> Int) -> Vocabulary.Entry {
        let kinds = language.kinds(of: word)
        guard kinds.isDisjoint(with: [.stopWord, .courtesy]) else {
            return Vocabulary.Entry(stem: nil, kinds: kinds)
        }
        let core = language.withoutElision(written)
        guard
            core.utf8.count == written.utf8.count
                || !language.kinds(of: Folding.folded(core)).contains(.stopWord)
        else { return Vocabulary.Entry(stem: nil, kinds: .stopWord) }
        guard let stemmer else { return Vocabulary.Entry(stem: number(word), kinds: kinds) }
        return Vocabulary.Entry(stem: number(Folding.folded(stemmer.stem(of: core))), kinds: kinds)
    }
}
