/// What stood around a quotation, as far as its selectors tell.
struct QuotationContext {
    private let prefix: [Unicode.Scalar]
    private let suffix: [Unicode.Scalar]
    /// The rest of the first paragraph before the quotation; nil where that begins farther away.
    private let lead: [Unicode.Scalar]?
    /// The rest of the last paragraph behind it; nil where that ends farther away.
    private let rest: [Unicode.Scalar]?

    init(of quotation: Quotation) {
        let (quote, position) = (quotation.selectors.quote, quotation.selectors.position)
        prefix = Array(quote.prefix.unicodeScalars)
        suffix = Array(quote.suffix.unicodeScalars)
        if let border = prefix.lastIndex(of: "\n") {
            lead = Array(prefix[(border + 1)...])
        } else {
            lead = position.start == prefix.count ? prefix : nil
        }
        if let border = suffix.firstIndex(of: "\n") {
            rest = Array(suffix[..<border])
        } else {
            rest = suffix.count < QuotationSelectors.mostContext ? suffix : nil
        }
    }

    /// Whether the same words stand around a place.
    func isAround(_ place: Range<Int>, in text: SearchedText) -> Bool {
        let before = text.scalars[..<place.lowerBound].suffix(QuotationSelectors.mostContext)
        let behind = text.scalars[place.upperBound...].prefix(QuotationSelectors.mostContext)
        return before.elementsEqual(prefix) && behind.elementsEqual(suffix)
    }

    /// Whether the paragraphs around a place are, from their beginning to their end, those around the quotation.
    func isWholeBlocks(_ place: Range<Int>, in text: SearchedText) -> Bool {
        guard let lead, let rest else { return false }
        let before = text.scalars[..<place.lowerBound].suffix(lead.count + 1)
        let behind = text.scalars[place.upperBound...].prefix(rest.count + 1)
        let opens = before.count == lead.count || before.first == "\n"
        let closes = behind.count == rest.count || behind.last == "\n"
        return opens && closes && before.suffix(lead.count).elementsEqual(lead)
            && behind.prefix(rest.count).elementsEqual(rest)
    }
}
