import Discussion
import Formats
import Summaries

/// A summary, and which comments it quotes.
struct ExtractLine: Encodable {
    let id: String
    /// A sentence a line.
    let summary: String
    /// The labels of the quoted comments, each once a sentence.
    let comments: [String]

    init(_ discussion: DiscussionLines.Discussion, by summarizer: Summarizer) {
        let summary = summarizer.summary(
            of: discussion.comments,
            about: discussion.statement,
            leavingOut: [:]
        )
        id = discussion.id
        self.summary = summary.sentences.map(\.text).joined(separator: "\n")
        comments = summary.sentences.map(\.comment.rawValue)
    }
}
