/// A passage prepared to be looked into by words.
struct SearchablePassage {
    let reference: PassageReference
    let text: String
    let words: [FoldedText.Word]

    init(_ reference: PassageReference, _ text: String) {
        self.reference = reference
        self.text = text
        words = FoldedText(text).words
    }

    /// Whether these folded words follow each other in it.
    func contains(_ parts: [String]) -> Bool {
        guard let first = parts.first, words.count >= parts.count else { return false }
        return (0...words.count - parts.count).contains { start in
            words[start].matches(first) && zip(words[start...], parts).allSatisfy { $0.matches($1) }
        }
    }

    /// How often it has the folded word; a longer word that begins with it counts half, so that
    /// "sanction" finds "sanctions".
    func weight(of word: String) -> Double {
        words.reduce(0) { sum, own in
            if own.matches(word) { return sum + 1 }
            let isBeginning =
                word.unicodeScalars.count >= 4 && own.text.unicodeScalars.starts(with: word.unicodeScalars)
            return isBeginning ? sum + 0.5 : sum
        }
    }
}
