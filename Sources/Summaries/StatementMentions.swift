import Discussion

/// Finds which passage of the statement is quoted or named: words that can be pointed at.
struct StatementMentions {
    private var places: [ArraySlice<String>: PassagePlace] = [:]
    private var paragraphs: Set<Int> = []

    /// - Parameter isCommon: Whether a word says little by itself: runs of such words are common to texts
    ///   that do not know each other.
    init(of statement: Statement?, isCommon: (String) -> Bool) {
        guard let statement, statement.paragraphs.reduce(0, { $0 + $1.sentences.count }) > 1 else { return }
        paragraphs = Set(statement.paragraphs.map(\.index))
        for paragraph in statement.paragraphs {
            for sentence in paragraph.sentences {
                let place = PassagePlace(paragraph: paragraph.index, sentence: sentence.index)
                for run in Words.runs(of: Words.folded(in: sentence.text))
                where run.count(where: { !isCommon($0) }) > 1 && places[run] == nil {
                    places[run] = place
                }
            }
        }
    }

    /// The passage that these sentences quote, or else name.
    func place(in sentences: [String]) -> PassageReference? {
        guard !paragraphs.isEmpty else { return nil }
        let words = sentences.map { Words.folded(in: $0) }
        var hits: [PassagePlace: Int] = [:]
        var first: [PassagePlace] = []
        for run in words.flatMap(Words.runs) {
            guard let place = places[run] else { continue }
            if hits[place] == nil { first.append(place) }
            hits[place, default: 0] += 1
        }
        let most = hits.values.max()
        let quoted = first.first { hits[$0] == most }
        let named = words.lazy.compactMap(named).first.map { PassagePlace(paragraph: $0) }
        return (quoted ?? named).map { .statement(PassageRange($0)) }
    }

    /// "Paragraph 3", where there is one.
    private func named(in words: [String]) -> Int? {
        for (word, number) in zip(words, words.dropFirst()) where Self.names.contains(word) {
            if let number = Int(number), paragraphs.contains(number) { return number }
        }
        return nil
    }

    private static let names: Set<String> = [
        "paragraph", "para", "par", "absatz", "paragraphe", "parrafo", "paragrafo", "alinea",
    ]
}
