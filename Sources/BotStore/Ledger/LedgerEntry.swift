internal import Discussion
internal import Foundation

/// What the ledger says of a comment or a text: what it was, whose, and when. Written as JSON with its keys in alphabetical
/// order, so that the same is always the same text.
struct LedgerEntry: Encodable {
    let type: String
    let statement: Int
    let key: String?
    let parent: String?
    let author: String?
    let writtenAt: Int64?
    let revision: Int?
    let title: String?
    let address: String?
    let paragraphs: [String]

    enum CodingKeys: String, CodingKey {
        case type, statement, key, parent, author
        case writtenAt = "written_at"
        case revision, title, address, paragraphs
    }

    init(_ comment: PublishedComment, on statement: Int) {
        type = "comment"
        self.statement = statement
        key = comment.key
        parent = comment.parent
        author = comment.comment.author
        writtenAt = comment.comment.writtenAt?.milliseconds
        revision = nil
        title = nil
        address = nil
        paragraphs = comment.comment.paragraphs.map(\.text)
    }

    init(_ text: Discussion.Statement, number: Int) {
        type = "statement"
        statement = number
        key = nil
        parent = nil
        author = text.publisher
        writtenAt = nil
        revision = text.revision?.number
        title = text.title
        address = text.sourceURL
        paragraphs = [text.standfirst, text.caption?.text].compactMap(\.self) + text.paragraphs.map(\.text)
    }

    var text: String {
        get throws { try RowJSON.text(self) }
    }
}
