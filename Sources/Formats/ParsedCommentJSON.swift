internal import Discussion

/// A comment with its place on the page and in the thread.
struct ParsedCommentJSON: Encodable {
    let label: String
    let number: Int
    let parent: OrNull<String>
    let depth: Int
    let line: Int
    let author: OrNull<String>
    let paragraphs: [ParsedParagraphJSON]
    let text: String
    let words: Int
    let contentColumn: Int
    let markerColumn: Int
    let replies: Int
    let displayAuthor: String

    enum CodingKeys: String, CodingKey {
        case label, number, parent, depth, line, author, paragraphs, text, words
        case contentColumn = "content_column"
        case markerColumn = "marker_column"
        case replies
        case displayAuthor = "display_author"
    }

    init(_ parsed: ParsedComment, replies: Int) {
        label = parsed.label.rawValue
        number = parsed.number
        parent = OrNull(parsed.parent?.rawValue)
        depth = parsed.depth
        line = parsed.line
        author = OrNull(parsed.comment.author)
        paragraphs = parsed.paragraphs.map { ParsedParagraphJSON($0, isInComment: true) }
        text = parsed.text
        words = paragraphs.reduce(0) { $0 + $1.words }
        contentColumn = parsed.contentColumn
        markerColumn = parsed.markerColumn
        self.replies = replies
        displayAuthor = parsed.comment.author ?? "comment \(parsed.label.rawValue)"
    }
}
