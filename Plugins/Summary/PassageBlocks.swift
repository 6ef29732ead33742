internal import PluginAPI
internal import Summaries

/// The passages of a summary as they are shown: below what they are about, each with its number, by which
/// `!summary why` knows it, and with its address.
struct PassageBlocks {
    private let summary: Summary
    private let known: [CommentLabel: Comment]

    /// - Parameter comments: Among which those are that are quoted.
    init(_ summary: Summary, of comments: [Comment]) {
        self.summary = summary
        known = Dictionary(comments.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a language model made of them; where it did not bear the check, a passage stands for it.
    func blocks(of written: WrittenSummary) -> [Message.Block] {
        let passages = summary.passages
        return written.parts.flatMap { part -> [Message.Block] in
            switch part {
            case .prose(let sentences): [.verbatim(sentences.map(\.line).joined(separator: " "))]
            case .passage(let passage):
                block(of: passage, number: (passages.firstIndex(of: passage) ?? 0) + 1)
            }
        }
    }

    var blocks: [Message.Block] {
        var blocks: [Message.Block] = []
        var number = 0
        for (heading, group) in zip(summary.headings, summary.groups) {
            if let heading { blocks.append(.heading(heading)) }
            for passage in group.passages {
                number += 1
                blocks += block(of: passage, number: number)
            }
        }
        return blocks
    }

    /// Whose words they are.
    var sources: [WordSource] { summary.passages.compactMap { known[$0.comment]?.source } }

    private func block(of passage: ChosenPassage, number: Int) -> [Message.Block] {
        let line = known[passage.comment]?.line(showing: passage) ?? "\(passage.comment)"
        return [.quotation(passage.sentences.map(\.text)), .verbatim("— \(number) · \(line)")]
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
