/// A passage with its words, exactly as they stand in the source.
///
/// It is made by looking a ``PassageReference`` up, never from words that somebody typed.
public struct Quotation: Hashable, Sendable, Codable {
    /// The address that was looked up.
    public let reference: PassageReference
    /// The exact words, one element a paragraph.
    public let paragraphs: [String]
    /// What it is, in words, without its address:
    /// `On the invasion of Ukraine (rs21 Steering Group): the statement, paragraph 4, sentence 1`.
    public let source: String
    /// A link to that very place, where the statement's web address is known.
    public let link: String?
    /// Whose words they are, where they are those of a comment; nil for the statement.
    public let wordSource: WordSource?
    /// Where the words stand in their text, for others to find them.
    public let selectors: QuotationSelectors
    /// The revision of the statement that they were looked up in, or that the comment belongs to; nil where the
    /// statement was not taken from a store.
    public let revision: StatementRevision?

    /// The words as one text: paragraphs joined by a blank line.
    public var text: String { paragraphs.joined(separator: "\n\n") }
}
