extension Statement {
    /// The places with a phrase, in order: sentences of the body, ranges where it runs over the end of a
    /// sentence, then title, standfirst and caption.
    ///
    /// Case, accents, kinds of quotation marks and dashes, and white space make no difference. Whole
    /// words are preferred: "US" is found in "just" only where it stands nowhere by itself.
    public func find(phrase: String) -> [PassageReference] {
        let needle = FoldedText(phrase)
        guard needle.hasWords else { return [] }
        let body = paragraphs.flatMap { occurrences(of: needle, in: $0) }
        let edges = passagesBesideBody.flatMap { passage in
            let text = FoldedText(passage.text)
            return text.occurrences(of: needle).map { (place: passage.reference, isWhole: text.isWhole($0)) }
        }
        let found = body + edges
        let whole = found.filter(\.isWhole)
        var seen: Set<PassageReference> = []
        return (whole.isEmpty ? found : whole).map(\.place).filter { seen.insert($0).inserted }
    }

    /// The sentences with these words, and the places of each of them. Words are whole; case, accents and
    /// kinds of apostrophe make no difference, and "Ukraine" is found in "Ukraine’s".
    ///
    /// Places in the body come first, then title, standfirst and caption. What is typed as one word but
    /// has several parts ("anti-war") is found where they follow each other.
    public func find(words: [String]) -> WordMatches {
        var seen: Set<[String]> = []
        let asked = words.map { (word: $0, parts: Words.folded(in: $0)) }
            .filter { !$0.parts.isEmpty && seen.insert($0.parts).inserted }
        let passages = searchablePassages
        let hits = asked.map { entry in passages.filter { $0.contains(entry.parts) }.map(\.reference) }
        let common = hits.dropFirst().reduce(Set(hits.first ?? [])) { $0.intersection($1) }
        return WordMatches(
            places: (hits.first ?? []).filter { common.contains($0) },
            words: zip(asked, hits).map { WordMatches.Word(word: $0.word, places: $1) }
        )
    }

    private func occurrences(
        of needle: FoldedText,
        in paragraph: Paragraph
    ) -> [(place: PassageReference, isWhole: Bool)] {
        let text = FoldedText(paragraph.text)
        var first = 0
        return text.occurrences(of: needle).compactMap { found in
            let place = text.origin(of: found)
            // Occurrences come in order, so that each sentence is passed once.
            while first < paragraph.sentences.count && paragraph.sentences[first].end <= place.lowerBound {
                first += 1
            }
            guard let last = paragraph.sentences[first...].firstIndex(where: { $0.end >= place.upperBound })
            else {
                return nil
            }
            let range = PassageRange(
                PassagePlace(paragraph: paragraph.index, sentence: first + 1),
                through: PassagePlace(paragraph: paragraph.index, sentence: last + 1)
            )
            return (.statement(range), text.isWhole(found))
        }
    }
}

extension Statement {
    private var passagesBesideBody: [(reference: PassageReference, text: String)] {
        var passages: [(reference: PassageReference, text: String)] = [(.title, title)]
        if let standfirst { passages.append((.standfirst, standfirst)) }
        if let caption { passages.append((.caption, caption.text)) }
        return passages
    }

    /// Every sentence of the body, then title, standfirst and caption as one passage each.
    var searchablePassages: [SearchablePassage] {
        let body = paragraphs.flatMap { paragraph in
            paragraph.sentences.map { sentence in
                let place = PassagePlace(paragraph: paragraph.index, sentence: sentence.index)
                return SearchablePassage(.statement(PassageRange(place)), sentence.text)
            }
        }
        return body + passagesBesideBody.map { SearchablePassage($0.reference, $0.text) }
    }
}
