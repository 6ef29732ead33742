/// A page as it was read: the statement, the comments under it, and where each stood.
public struct ParsedPage: Hashable, Sendable {
    /// The file it came from.
    public let source: SourceInfo
    /// The first line.
    public let title: String
    /// The line below it, where that speaks about the text: see ``PageParser``.
    public let standfirst: String?
    /// The words under a picture; their ``Paragraph/index`` is 0.
    public let caption: ParsedParagraph?
    /// The body, numbered from 1.
    public let paragraphs: [ParsedParagraph]
    /// The comments in the order of the page, with their lines and columns.
    public let parsedComments: [ParsedComment]

    /// The statement, with the publisher that its standfirst names.
    public var statement: Statement { statement(publisher: nil, sourceURL: nil) }

    /// The statement.
    ///
    /// - Parameters:
    ///   - publisher: Who published it; nil for the name that the standfirst gives: "A statement from the
    ///     NAME on …".
    ///   - sourceURL: Where it stands on the web.
    public func statement(publisher: String?, sourceURL: String?) -> Statement {
        Statement(
            title: title,
            standfirst: standfirst,
            caption: caption?.paragraph,
            paragraphs: paragraphs.map(\.paragraph),
            publisher: publisher ?? standfirst.flatMap(Standfirst.publisher),
            sourceURL: sourceURL
        )
    }

    /// The comments as parts of the discussion. The page names no authors.
    public var comments: [Comment] { parsedComments.map(\.comment) }

    /// How many comments answer this one directly.
    public func replyCount(of label: CommentLabel) -> Int {
        parsedComments.count { $0.parent == label }
    }
}
