package import Discussion
internal import Foundation

/// A comment, as the chat page reads it; labels without `#`.
package struct CommentJSON: Encodable {
    struct ParagraphJSON: Encodable {
        /// The whole paragraph: what stands between its sentences is part of it.
        let text: String
        let sentences: [String]
    }

    let label: String
    let parent: OrNull<String>
    let author: OrNull<String>
    let passage: OrNull<String>
    let origin: String
    let removed: Bool
    let edited: Bool
    let writtenAt: OrNull<String>
    let paragraphs: [ParagraphJSON]

    enum CodingKeys: String, CodingKey {
        case label, parent, author, passage, origin, removed, edited
        case writtenAt = "written_at"
        case paragraphs
    }

    package init(_ comment: Comment) {
        label = comment.label.rawValue
        parent = OrNull(comment.parent?.rawValue)
        author = OrNull(comment.author)
        passage = OrNull(comment.passage?.description)
        origin = comment.origin.rawValue
        removed = comment.isRemoved
        edited = comment.isEdited
        writtenAt = OrNull(comment.writtenAt?.formatted(.iso8601))
        paragraphs = comment.paragraphs.map {
            ParagraphJSON(text: $0.text, sentences: $0.sentences.map(\.text))
        }
    }
}
