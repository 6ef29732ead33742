extension Statement {
    /// The exact words at an address.
    ///
    /// A range of sentences within a paragraph is cut from it in one piece, so that what stands between
    /// the sentences stays; a range over paragraphs keeps them apart.
    ///
    /// - Throws: ``PassageError`` where there is no such passage; comments are looked up in a
    ///   ``CommentThread``.
    public func quotation(of reference: PassageReference) throws(PassageError) -> Quotation {
        switch reference {
        case .title: return quotation(reference, [title], "title", blocks.whole(.title))
        case .standfirst:
            guard let standfirst else { throw .noStandfirst }
            return quotation(reference, [standfirst], "standfirst", blocks.whole(.standfirst))
        case .caption:
            guard let caption else { throw .noCaption }
            return quotation(reference, [caption.text], "caption of the picture", blocks.whole(.caption))
        case .statement(let range): return try quotation(of: range)
        case .comment(let label): throw .isComment(label)
        }
    }

    private func quotation(of range: PassageRange) throws(PassageError) -> Quotation {
        try check(range)
        let stretch = stretch(of: range)
        return quotation(
            .statement(range),
            (stretch.first.paragraph...stretch.last.paragraph).map { words(of: $0, in: stretch) },
            description(of: range, stretch),
            blocks.stretch(from: stretch.first, to: stretch.last)
        )
    }

    private func quotation(
        _ reference: PassageReference,
        _ paragraphs: [String],
        _ part: String,
        _ place: BlockRange?
    ) -> Quotation {
        let texts = blocks.texts
        return Quotation(
            reference: reference,
            paragraphs: paragraphs,
            source: "\(heading): the statement, \(part)",
            link: sourceURL.map { url in
                TextFragment.link(to: url, fragment: place.flatMap { TextFragment(of: $0, in: texts) })
            },
            wordSource: nil,
            selectors: QuotationSelectors(of: place, in: texts),
            revision: revision
        )
    }

    /// Title and publisher, as a source line begins.
    var heading: String { publisher.map { "\(title) (\($0))" } ?? title }

    private func words(of number: Int, in stretch: Stretch) -> String {
        let paragraph = paragraphs[number - 1]
        let start = number == stretch.first.paragraph ? stretch.first.offset : 0
        let end = number == stretch.last.paragraph ? stretch.last.offset : .max
        return String(paragraph.text.unicodeScalars.prefix(end).dropFirst(start))
    }

    private func description(of range: PassageRange, _ stretch: Stretch) -> String {
        let (first, last) = (range.first, range.last)
        if first.sentence == nil && last.sentence == nil {
            return first == last
                ? "paragraph \(first.paragraph)" : "paragraphs \(first.paragraph) to \(last.paragraph)"
        }
        let from = first.sentence ?? 1
        let to = last.sentence ?? paragraphs[last.paragraph - 1].sentences.count
        if first.paragraph != last.paragraph {
            return "paragraph \(first.paragraph), sentence \(from) "
                + "to paragraph \(last.paragraph), sentence \(to)"
        }
        return "paragraph \(first.paragraph), "
            + (from == to ? "sentence \(from)" : "sentences \(from) to \(to)")
    }
}

extension Statement {
    /// From one offset in a paragraph, in Unicode scalars, to another in the same or a later one.
    struct Stretch {
        let first: (paragraph: Int, offset: Int)
        let last: (paragraph: Int, offset: Int)
    }

    /// Where a range that exists begins and ends.
    private func stretch(of range: PassageRange) -> Stretch {
        let (opening, closing) = (paragraphs[range.first.paragraph - 1], paragraphs[range.last.paragraph - 1])
        let start = range.first.sentence.map { opening.sentences[$0 - 1].start } ?? 0
        let end =
            range.last.sentence.map { closing.sentences[$0 - 1].end } ?? closing.text.unicodeScalars.count
        return Stretch(first: (range.first.paragraph, start), last: (range.last.paragraph, end))
    }

    private func check(_ range: PassageRange) throws(PassageError) {
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
