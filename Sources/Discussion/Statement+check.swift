extension Statement {
    /// - Throws: ``PassageError`` where the body has no such range.
    func check(_ range: PassageRange) throws(PassageError) {
        for place in [range.first, range.last] {
            guard paragraphs.indices.contains(place.paragraph - 1) else {
                throw .noParagraph(place.paragraph, count: paragraphs.count, nearest: nearest(to: range))
            }
            let sentences = paragraphs[place.paragraph - 1].sentences
            if let sentence = place.sentence, !sentences.indices.contains(sentence - 1) {
                throw .noSentence(place, count: sentences.count, nearest: nearest(to: range))
            }
        }
        let isOneParagraph = range.first.paragraph == range.last.paragraph
        let opensLate = isOneParagraph && (range.first.sentence ?? 1) > (range.last.sentence ?? .max)
        if range.first.paragraph > range.last.paragraph || opensLate { throw .backwards(range) }
    }

    /// The range with each end moved to the nearest place that exists.
    private func nearest(to range: PassageRange) -> PassageReference? {
        guard !paragraphs.isEmpty else { return nil }
        let (first, last) = (nearest(to: range.first), nearest(to: range.last))
        if range.first == range.last || first.paragraph == last.paragraph && first.sentence == last.sentence {
            let isFar = !paragraphs.indices.contains(range.first.paragraph - 1)
            return .statement(PassageRange(isFar ? PassagePlace(paragraph: first.paragraph) : first))
        }
        return .statement(PassageRange(first, through: last))
    }

    private func nearest(to place: PassagePlace) -> PassagePlace {
        let paragraph = min(max(place.paragraph, 1), paragraphs.count)
        let count = max(paragraphs[paragraph - 1].sentences.count, 1)
        guard let sentence = place.sentence else { return PassagePlace(paragraph: paragraph) }
        let moved = place.paragraph > paragraph ? count : place.paragraph < paragraph ? 1 : sentence
        return PassagePlace(paragraph: paragraph, sentence: min(max(moved, 1), count))
    }
}
