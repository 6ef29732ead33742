import Discussion
import Formats

/// Every sentence of each comment as we cut them: what the classical methods choose from.
struct SentencesLine: Encodable {
    let id: String
    let comments: [[String]]

    init(_ discussion: DiscussionLines.Discussion) {
        id = discussion.id
        comments = discussion.comments.map { $0.paragraphs.flatMap(\.sentences).map(\.text) }
    }
}
