internal import Discussion
internal import Formats
internal import Summaries
internal import Writing

/// Makes the summary of one discussion.
struct SummaryMaker: Sendable {
    let summarizer: Summarizer
    /// nil where summaries are only chosen.
    let writer: WriterClient?
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

    private func report(title: String, on statement: Statement?, _ comments: [Comment]) async -> SummaryReport
    {
        if comments.count > 5000 {
            bar.set(Progress(phase: "Choosing sentences from", done: comments.count, unit: "comments"))
        }
        let summary = summarizer.summary(of: comments, about: statement, leavingOut: [:])
        return SummaryReport(
            title: title,
            summary: summary,
            of: comments,
            written: await prose(of: summary, comments, about: statement),
            maximumWords: summarizer.maximumWords
        )
    }

    /// What the model makes of a summary; nil where there is none, or where what it writes is no use.
    private func prose(of summary: Summary, _ comments: [Comment], about statement: Statement?) async
        -> WrittenSummary?
    {
        guard let writer, let request = ProseRequest(summary, of: comments, about: statement) else {
            return nil
        }
        bar.set(
            Progress(
                phase: "Waiting for \(writer.model) to write from",
                done: comments.count,
                unit: "comments"
            )
        )
        do {
            let prose = try await writer.prose(
                instructions: request.instructions,
                material: request.material,
                maximumWords: request.maximumWords
            )
            let written = request.summary(writtenAs: prose, by: writer.model)
            if written == nil { note("No sentence of the writer bears the check.") }
            return written
        } catch {
            note("\(error)")
            return nil
        }
    }

    private func note(_ reason: String) {
        bar.erase()
        Output.note("\(reason) The summary is shown as it was chosen.")
    }
}
