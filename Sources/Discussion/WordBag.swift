/// The words of a text, folded, each once.
struct WordBag {
    let words: Set<String>

    init(of text: String) {
        words = Set(Words.folded(in: text))
    }

    /// The share of words that both have, from 0 to 1.
    func likeness(to other: WordBag) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        let common = words.intersection(other.words).count
        return Double(2 * common) / Double(words.count + other.words.count)
    }
}
