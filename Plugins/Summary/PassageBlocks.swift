internal import PluginAPI
internal import Summaries

/// The passages of a summary as they are shown: below what they are about, each with its number, by which
/// `!summary why` knows it, and with its address.
struct PassageBlocks {
    let groups: [SummaryGroup]
    /// Among which those are that are quoted.
    let comments: [Comment]

    /// Stands above passages without a heading of their own, which would seem to belong to the heading before.
    private static let others = "Also"

    var blocks: [Message.Block] {
        let known = Dictionary(comments.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
        var blocks: [Message.Block] = []
        var number = 0
        for (position, group) in groups.enumerated() {
            if let heading = group.heading ?? (position > 0 ? Self.others : nil) {
                blocks.append(.heading(heading))
            }
            for passage in group.passages {
                number += 1
                let line = known[passage.comment]?.line(showing: passage) ?? "\(passage.comment)"
                blocks += [.quotation(passage.sentences.map(\.text)), .verbatim("— \(number) · \(line)")]
            }
        }
        return blocks
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
