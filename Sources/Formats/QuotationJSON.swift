package import Discussion

/// A quotation, as `quote --json` prints it; its selectors are those of the W3C's Web Annotation Data Model.
package struct QuotationJSON: Encodable {
    let reference: String
    let text: String
    let paragraphs: [String]
    let source: String
    let link: OrNull<String>
    let selectors: [SelectorJSON]
    let revision: OrNull<RevisionJSON>

    package init(_ quotation: Quotation) {
        reference = quotation.reference.description
        text = quotation.text
        paragraphs = quotation.paragraphs
        source = quotation.source
        link = OrNull(quotation.link)
        selectors = [.quote(quotation.selectors.quote), .position(quotation.selectors.position)]
        revision = OrNull(quotation.revision.map(RevisionJSON.init))
    }
}
