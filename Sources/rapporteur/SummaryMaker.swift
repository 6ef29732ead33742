internal import Discussion
internal import Formats
internal import Summaries

/// Makes the summary of one discussion.
struct SummaryMaker: Sendable {
    let summarizer: Summarizer
    let bar: ProgressBar

    /// What is summarised, as it lies in a file.
    enum Source: Sendable {
        case page(StatementFile)
        case line(number: Int, bytes: [UInt8])

        /// A discussion that is summarised alone, so that memory never holds two of its size.
        var isLarge: Bool {
            switch self {
            case .page: true
            case .line(_, let bytes): bytes.count > 1 << 20
            }
        }
    }

    /// - Throws: ``DiscussionLines/ReadError`` for a line that is no discussion.
    func report(of source: Source) async throws -> SummaryReport {
        switch source {
        case .page(let file):
            return await report(title: file.page.title, on: file.page.statement, file.page.comments)
        case .line(let number, let bytes):
            let discussion = try DiscussionLines.read(bytes[...], line: number) { done, total in
                guard source.isLarge else { return }
                bar.set(Progress(phase: "Cutting into sentences", done: done, total: total, unit: "comments"))
            }
            let statement = discussion.document.isEmpty ? nil : Statement(text: discussion.document)
            return await report(title: discussion.id, on: statement, discussion.comments)
        }
    }

    private func report(title: String, on statement: Statement?, _ comments: [Comment]) async -> SummaryReport {
        if comments.count > 5000 {
            bar.set(Progress(phase: "Choosing sentences from", done: comments.count, unit: "comments"))
        }
        let summary = summarizer.summary(of: comments, about: statement, leavingOut: [:])
        return SummaryReport(
            title: title,
            summary: summary,
            of: comments,
            written: nil,
            maximumWords: summarizer.maximumWords
        )
    }
}
