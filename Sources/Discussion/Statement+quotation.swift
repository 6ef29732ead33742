extension Statement {
    /// The exact words at an address.
    ///
    /// A range of sentences within a paragraph is cut from it in one piece, so that what stands between
    /// the sentences stays; a range over paragraphs keeps them apart.
    ///
    /// - Throws: ``PassageError`` where there is no such passage; comments are looked up in a
    ///   ``CommentThread``.
    public func quotation(of reference: PassageReference) throws(PassageError) -> Quotation {
        let blocks = blocks
        let place = try blocks.place(of: reference)
        return Quotation(
            reference: reference,
            paragraphs: place?.texts(in: blocks.texts) ?? [""],
            source: "\(heading): the statement, \(description(of: reference))",
            link: sourceURL.map { url in
                TextFragment.link(to: url, fragment: place.flatMap { TextFragment(of: $0, in: blocks.texts) })
            },
            wordSource: nil,
            selectors: QuotationSelectors(of: place, in: blocks.texts),
            revision: revision
        )
    }

    /// Title and publisher, as a source line begins.
    var heading: String { publisher.map { "\(title) (\($0))" } ?? title }

    private func description(of reference: PassageReference) -> String {
        switch reference {
        case .title, .standfirst, .comment: reference.description
        case .caption: "caption of the picture"
        case .statement(let range): description(of: range)
        }
    }

    private func description(of range: PassageRange) -> String {
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
