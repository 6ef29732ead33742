import Discussion
import Formats
import Summaries

/// A discussion's shape, and its sentences with what speaks for each.
struct FeatureLine: Encodable {
    struct Row: Encodable {
        let text: String
        let values: [Double]
    }

    let id: String
    let long: Double
    let flat: Double
    let rows: [Row]

    init(_ discussion: DiscussionLines.Discussion) {
        let sheet = Summarizer.features(of: discussion.comments, about: discussion.statement)
        id = discussion.id
        long = sheet.long
        flat = sheet.flat
        rows = sheet.rows.map { Row(text: $0.text, values: $0.values) }
    }
}

extension DiscussionLines.Discussion {
    /// What the comments are about; nil where nothing is known of it.
    var statement: Statement? { document.isEmpty ? nil : Statement(text: document) }
}
