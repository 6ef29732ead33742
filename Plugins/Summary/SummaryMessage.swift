internal import PluginAPI
internal import Summaries

/// A summary as it is posted: each passage with its number and address, then the truth about the rest.
struct SummaryMessage {
    let summary: Summary
    let scope: Scope
    let readings: Readings
    let words: SummaryLength
    /// What the person typed after the command.
    let typed: String
    let context: PluginContext

    var message: Message {
        guard summary.counts.read > 0 else { return Message(reasonForNothing) }
        guard !summary.sentences.isEmpty else {
            return Message(introduction + [.text(reasonForSilence), .verbatim(summary.account)])
        }
        return Message(introduction + passages + [.verbatim(summary.account)])
    }

    private var introduction: [Message.Block] { scope.heading.map { [.verbatim($0)] } ?? [] }

    private var passages: [Message.Block] {
        let comments = Dictionary(
            scope.comments.map { ($0.label, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var blocks: [Message.Block] = []
        var number = 0
        for group in summary.groups {
            if let heading = group.heading { blocks.append(.heading(heading)) }
            for passage in group.passages {
                number += 1
                let line = comments[passage.comment]?.line(showing: passage) ?? "\(passage.comment)"
                blocks.append(.quotation(passage.sentences.map(\.text)))
                blocks.append(.verbatim("— \(number) · \(line)"))
            }
        }
        return blocks
    }

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

extension Comment {
    /// Its address, and what is known about it: `#c4, @ada:demo, disagrees with #1 (“I don’t agree”), on 4.1`.
    func line(showing passage: ChosenPassage?) -> String {
        let about = passage?.about ?? self.passage
        let known = [
            author?.repeated(upTo: 60),
            parent.map { relation(to: $0, stance: passage?.stance) },
            about.map { "on \($0)" },
        ]
        return (["\(label)"] + known.compactMap(\.self)).joined(separator: ", ")
    }

    private func relation(to parent: CommentLabel, stance: Stance?) -> String {
        guard let stance else { return "answers \(parent)" }
        return switch stance.kind {
        case .agrees: "agrees with \(parent) (“\(stance.words)”)"
        case .disagrees: "disagrees with \(parent) (“\(stance.words)”)"
        }
    }
}
