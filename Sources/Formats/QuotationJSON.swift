package import Discussion

/// A quotation, as `quote --json` prints it.
package struct QuotationJSON: Encodable {
    let reference: String
    let text: String
    let paragraphs: [String]
    let source: String
    let link: OrNull<String>

    package init(_ quotation: Quotation) {
        reference = quotation.reference.description
        text = quotation.text
        paragraphs = quotation.paragraphs
        source = quotation.source
        link = OrNull(quotation.link)
    }
}
