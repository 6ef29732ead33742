extension Statement {
    /// Where words quoted from another revision of this statement stand in this one.
    ///
    /// They are looked for scalar for scalar, and found where they cut no word. Of several places one is taken only
    /// where it alone is a whole paragraph, or several, as the quotation was, or where it alone has the same words
    /// around it. A comment keeps its address in every revision. Takes time in proportion to the text.
    public func resolution(of quotation: Quotation) -> Resolution {
        if case .comment = quotation.reference { return .exact }
        let text = SearchedText(self)
        let found = text.places(of: Array(quotation.selectors.quote.exact.unicodeScalars))
        let context = QuotationContext(of: quotation)
        let place =
            only(found) ?? only(found.filter { context.isWholeBlocks($0, in: text) })
            ?? only(found.filter { context.isAround($0, in: text) })
        guard let place, let address = text.sentences(around: place) else {
            return .gone(copies: found.count)
        }
        let former = text.place(of: quotation.reference).flatMap(text.sentences)
        if address == former { return .exact }
        let isOfParagraphs = quotation.reference.hasWholeParagraphs
        return .moved(to: isOfParagraphs ? text.paragraphs(at: place) ?? address : address)
    }

    private func only(_ places: [Range<Int>]) -> Range<Int>? { places.count == 1 ? places.first : nil }
}

extension PassageReference {
    /// Whether it names no single sentence.
    fileprivate var hasWholeParagraphs: Bool {
        guard case .statement(let range) = self else { return true }
        return range.first.sentence == nil && range.last.sentence == nil
    }
}
