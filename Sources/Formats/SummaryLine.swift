package import Discussion
internal import Foundation

/// The summary of one discussion as a line of JSON Lines: `{"id", "sentences": [{"comment", "text"}],
/// "summary"}`.
package struct SummaryLine: Encodable {
    /// A sentence and the comment that it stands in, without `#`; null for one of the document.
    package struct SentenceJSON: Encodable {
        let comment: OrNull<String>
        let text: String

        package init(_ text: String, of comment: CommentLabel?) {
            self.comment = OrNull(comment?.rawValue)
            self.text = text
        }
    }

    let id: String
    /// The sentences' texts, separated by line feeds.
    let summary: String
    let sentences: [SentenceJSON]

    package init(id: String, sentences: [SentenceJSON]) {
        self.id = id
        summary = sentences.map(\.text).joined(separator: "\n")
        self.sentences = sentences
    }

    /// The line, its line feed included.
    package func line() throws -> String {
        String(decoding: try JSONEncoder.house().encode(self), as: UTF8.self) + "\n"
    }
}
