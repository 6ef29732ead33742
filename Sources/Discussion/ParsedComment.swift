/// A comment of a page and where it stood.
public struct ParsedComment: Hashable, Sendable {
    /// Its address: the numbers on the way to it, `1.1`.
    public let label: CommentLabel
    /// At the top the number that the page gives it; else its place among the replies, from 1.
    public let number: Int
    /// The comment that it answers.
    public let parent: CommentLabel?
    /// How many comments it stands below.
    public let depth: Int
    /// Its first line's number in the file, from 1.
    public let line: Int
    /// Where its number or bullet stands, in columns from 0; a tab goes to the next multiple of 8.
    public let markerColumn: Int
    /// Where its words begin, in columns from 0.
    public let contentColumn: Int
    /// Its words.
    public let paragraphs: [ParsedParagraph]

    /// Its words as one text: paragraphs joined by a blank line.
    public var text: String { comment.text }

    /// The comment as a part of the discussion.
    public var comment: Comment {
        Comment(
            label: label,
            parent: parent,
            passage: nil,
            author: nil,
            paragraphs: paragraphs.map(\.paragraph),
            origin: .page,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
    }
}
