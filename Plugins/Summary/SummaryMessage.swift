internal import PluginAPI
internal import Summaries

/// A summary as it is posted: each passage with its number and address, then the truth about the rest.
struct SummaryMessage {
    let summary: Summary
    /// What a language model made of it; nil where none is asked, or none of its sentences bore the check.
    let written: WrittenSummary?
    let scope: Scope
    let readings: Readings
    let words: SummaryLength
    /// What the person typed after the command.
    let typed: String
    /// Whether it stands in the place of one that held words that were taken back.
    let isAgain: Bool
    let context: PluginContext

    var message: Message {
        guard summary.counts.read > 0 else { return Message([.text(reasonForNothing)] + remark) }
        guard !summary.sentences.isEmpty else {
            return Message(introduction + [.text(reasonForSilence), .verbatim(summary.account)] + remark)
        }
        let body = written.map { passages.blocks(of: $0) + [.verbatim($0.byline)] } ?? passages.blocks
        return Message(
            introduction + body + [.verbatim(summary.account)] + remark,
            sources: passages.sources
        )
    }

    private var remark: [Message.Block] {
        isAgain ? [.text("This was posted again, because words that it quoted were taken back.")] : []
    }

    private var passages: PassageBlocks { PassageBlocks(summary, of: scope.comments) }

    private var introduction: [Message.Block] { scope.heading.map { [.verbatim($0)] } ?? [] }

    private var reasonForNothing: String {
        let recent = readings.count(.recent)
        if recent > 0 {
            let minutes = readings.holdBackMinutes == 1 ? "a minute" : "\(readings.holdBackMinutes) minutes"
            let age = "less than \(minutes) old and not summarised yet."
            return recent == 1 ? "The last comment is \(age)" : "The last \(recent) comments are \(age)"
        }
        let removed = summary.counts.removed
        if !readings.leftOut.isEmpty {
            return
                "All that was said here is by people who have been banned since\(removed > 0 ? ", or was deleted" : "")."
        }
        return removed > 0 && scope.comments.count > 1
            ? "All \(removed) comments were deleted." : scope.emptiness
    }

    private var reasonForSilence: String {
        guard let needed = summary.wordsNeeded, needed > words.count else {
            return "No sentence of these comments can be understood by itself. "
                + "\(context.typed("comments")) shows them."
        }
        guard let longer = words.longer(than: needed) else {
            return
                "Every sentence is too long to be quoted here. \(context.typed("comments")) shows the comments."
        }
        let subject = typed.isEmpty ? "" : " \(typed.repeated())"
        return "Every sentence that could be quoted has more than \(words.count) words. "
            + "Try \(context.typed("summary\(subject) --words \(longer)"))."
    }
}
