/// A published text, addressed by paragraph and sentence.
public struct Statement: Hashable, Sendable, Codable {
    /// The heading, without an address other than `title`.
    public let title: String
    /// The line below the title that says what the text is, if there is one.
    public let standfirst: String?
    /// What stands under the text's picture, if anything does.
    public let caption: Paragraph?
    /// The body, numbered from 1.
    public let paragraphs: [Paragraph]
    /// Who published it, in the words of the page or of the configuration; nil where neither says.
    public let publisher: String?
    /// Where it was published on the web, if that is known.
    public let sourceURL: String?
    /// Which of its texts this is; nil where it was not taken from a store.
    public private(set) var revision: StatementRevision?

    /// A statement whose parts are known.
    public init(
        title: String,
        standfirst: String?,
        caption: Paragraph?,
        paragraphs: [Paragraph],
        publisher: String?,
        sourceURL: String?
    ) {
        self.title = title
        self.standfirst = standfirst
        self.caption = caption
        self.paragraphs = paragraphs
        self.publisher = publisher
        self.sourceURL = sourceURL
    }

    /// The same text, known as this revision.
    public func at(_ revision: StatementRevision) -> Statement {
        var copy = self
        copy.revision = revision
        return copy
    }
}
