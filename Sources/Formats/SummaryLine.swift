package import Discussion
internal import Foundation
internal import Summaries

/// The summary of one discussion as a line of JSON Lines: `{"id", "sentences": [{"comment", "text"}],
/// "summary"}`, and with ``SummaryReport`` also `account` and `groups`, and what a model has `written`.
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
    private var account: String?
    private var groups: [SummaryGroupJSON]?
    private var silence: String?
    private var written: WrittenSummaryJSON?

    package init(id: String, sentences: [SentenceJSON]) {
        self.id = id
        summary = sentences.map(\.text).joined(separator: "\n")
        self.sentences = sentences
    }

    package init(_ report: SummaryReport) {
        self.init(
            id: report.title,
            sentences: report.summary.sentences.map { SentenceJSON($0.text, of: $0.comment) }
        )
        account = report.summary.account
        groups = report.summary.groups.map(SummaryGroupJSON.init)
        silence = report.silence
        written = report.written.map(WrittenSummaryJSON.init)
    }

    /// The line, its line feed included.
    package func line() throws -> String {
        String(decoding: try JSONEncoder.house().encode(self), as: UTF8.self) + "\n"
    }
}
