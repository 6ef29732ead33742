internal import PluginAPI
internal import Summaries

/// The comments that are summarised, and what to say where there are none.
struct Scope {
    let comments: [Comment]
    /// Why these comments, where that is not plain.
    var heading: String?
    /// What to say instead of a summary: one sentence, and what to type.
    let emptiness: String

    /// The summary as it is posted: each sentence with its address, then the truth about the rest.
    func message(showing summary: Summary, words: SummaryLength, context: PluginContext) -> Message {
        guard summary.counts.read > 0 else { return Message(emptinessWithRemovals(summary)) }
        guard !summary.sentences.isEmpty else {
            return Message([
                .text(reasonForSilence(of: summary, words: words, context: context)),
                .verbatim(summary.account),
            ])
        }
        let labels = Dictionary(comments.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = summary.passages.flatMap { passage in
            [
                Message.Block.quotation(passage.sentences.map(\.text)),
                .verbatim("— \(labels[passage.comment]?.line ?? "\(passage.comment)")"),
            ]
        }
        return Message((heading.map { [.verbatim($0)] } ?? []) + shown + [.verbatim(summary.account)])
    }

    private func emptinessWithRemovals(_ summary: Summary) -> String {
        summary.counts.removed > 0 && comments.count > 1
            ? "All \(summary.counts.removed) comments were removed." : emptiness
    }

    private func reasonForSilence(of summary: Summary, words: SummaryLength, context: PluginContext) -> String
    {
        guard let needed = summary.wordsNeeded, needed > words.count else {
            return "No sentence of these comments can be understood by itself. "
                + "\(context.typed("comments")) shows them."
        }
        guard let longer = words.longer(than: needed) else {
            return
                "Every sentence is too long to be quoted here. \(context.typed("comments")) shows the comments."
        }
        return "Every sentence that could be quoted has more than \(words.count) words. "
            + "Try \(context.typed("summary --words \(longer)"))."
    }
}

extension Comment {
    /// Its address, and what is known about it: `#c4, @ada:demo, on 4.1, answers #1`.
    fileprivate var line: String {
        let known = [author?.repeated(upTo: 60), passage.map { "on \($0)" }, parent.map { "answers \($0)" }]
        return (["\(label)"] + known.compactMap(\.self)).joined(separator: ", ")
    }
}
