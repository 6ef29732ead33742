/// Numbers for stems, so that sentences can be compared as vectors.
struct Vocabulary {
    private enum Entry {
        case stopWord
        case stem(Int)

        var number: Int? { if case .stem(let number) = self { number } else { nil } }
    }

    private var numbers: [String: Int] = [:]
    private var entries: [String: Entry] = [:]

    /// How many stems there are.
    var count: Int { numbers.count }

    /// The numbers of the words that say something, in their order.
    mutating func stems(of words: [String]) -> [Int] {
        words.compactMap { entry(of: $0).number }
    }

    /// The number of a word that has been seen; nil for a stop word.
    func number(known word: String) -> Int? { entries[word]?.number }

    private mutating func entry(of word: String) -> Entry {
        if let known = entries[word] { return known }
        let entry = newEntry(of: word)
        entries[word] = entry
        return entry
    }

    private mutating func newEntry(of word: String) -> Entry {
        guard !StopWords.english.contains(word), !StopWords.courtesies.contains(word) else {
            return .stopWord
        }
        let stem = Stems.stem(of: word)
        let number = numbers[stem] ?? numbers.count
        numbers[stem] = number
        return .stem(number)
    }
}
