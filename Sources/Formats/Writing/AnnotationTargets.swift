internal import Discussion

/// What of a statement comments are about.
struct AnnotationTargets {
    let number: Int
    /// Where the statement is read.
    let source: String
    private let statement: Statement

    init(_ published: PublishedStatement, _ options: ArchiveOptions) {
        number = published.number
        source = options.page(of: published) ?? options.identifier(of: published.number)
        statement = published.statement
    }

    /// Where the words stand that a comment is about; nil where it is about none, or about an earlier text: the same
    /// address may stand before other words now.
    func selectors(of comment: Comment) -> QuotationSelectors? {
        guard let passage = comment.passage else { return nil }
        if let revision = comment.revision, let own = statement.revision, revision != own.number {
            return nil
        }
        do {
            let selectors = try statement.quotation(of: passage).selectors
            return selectors.quote.exact.isEmpty ? nil : selectors
        } catch {
            // There is no such passage: the text was shortened, and nobody wrote down which revision it was.
            return nil
        }
    }
}
