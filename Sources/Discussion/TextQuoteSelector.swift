/// A passage by its words and what stands around them: the `TextQuoteSelector` of the W3C's Web Annotation Data Model.
public struct TextQuoteSelector: Hashable, Sendable, Codable {
    /// The words; paragraphs are joined by one line feed.
    public let exact: String
    /// What stands before them, up to 32 code points.
    public let prefix: String
    /// What stands behind them, up to 32 code points.
    public let suffix: String
}
