internal import Discussion
internal import Foundation

/// A comment as a line of an archive.
struct ArchiveCommentJSON: Encodable {
    struct Reaction: Encodable {
        let key: String
        let count: Int
    }

    let type = "comment"
    let statement: Int
    /// By which it is linked to, unique within its statement.
    let id: String
    /// Its address in the room that it was said in, or on the page, without `#`.
    let label: String
    /// The ``id`` of the comment that it answers.
    let parent: OrNull<String>
    let author: OrNull<String>
    let pseudonym: Bool
    let origin: String
    let passage: OrNull<String>
    /// The number of the statement's revision that ``passage`` is an address in.
    let revision: OrNull<Int>
    let writtenAt: OrNull<String>
    let edited: Bool
    let removed: Bool
    let paragraphs: [String]
    let reactions: [Reaction]

    enum CodingKeys: String, CodingKey {
        case type, statement, id, label, parent, author, pseudonym, origin, passage, revision
        case writtenAt = "written_at"
        case edited, removed, paragraphs, reactions
    }

    init(_ published: PublishedComment, on statement: Int) {
        let comment = published.comment
        self.statement = statement
        id = published.key
        label = comment.label.rawValue
        parent = OrNull(published.parent)
        author = OrNull(published.author)
        pseudonym = published.isPseudonym
        origin = comment.origin.rawValue
        passage = OrNull(comment.passage?.description)
        revision = OrNull(comment.revision)
        writtenAt = OrNull(comment.writtenAt?.rfc3339)
        edited = comment.isEdited
        removed = comment.isRemoved
        paragraphs = published.paragraphs
        reactions = comment.reactions.map { Reaction(key: $0.key, count: $0.count) }
    }
}
