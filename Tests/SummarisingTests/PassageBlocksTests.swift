import PluginAPI
import Summaries
@testable import Summarising
import Testing

// Testing has a Comment, too.
private typealias Comment = Discussion.Comment

@Suite struct `The passages of a summary` {
    private func comment(_ label: String, by author: String?, answering parent: String? = nil) -> Comment {
        Comment(
            label: CommentLabel(label),
            parent: parent.map { CommentLabel($0) },
            passage: nil,
            author: author,
            paragraphs: Paragraph.paragraphs(of: "One. Two."),
            origin: .chat,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
    }

    private func passage(
        _ label: String,
        _ texts: String...,
        about: PassageReference? = nil,
        stance: Stance? = nil
    ) -> ChosenPassage {
        let label = CommentLabel(label)
        return ChosenPassage(
            comment: label,
            sentences: texts.enumerated().map {
                ChosenSentence(comment: label, paragraph: 1, sentence: $0.offset + 1, text: $0.element)
            },
            about: about,
            stance: stance
        )
    }

    private func blocks(of groups: [SummaryGroup], _ comments: [Comment]) -> [Message.Block] {
        PassageBlocks(
            Summary(groups: groups, counts: Summary.Counts(), wordsNeeded: nil),
            of: comments
        ).blocks
    }

    @Test func `stand below what they are about, counted through, each with its source`() throws {
        let statement = try PassageReference(parsing: "4.1")
        let groups = [
            SummaryGroup(
                heading: "walls, towers",
                passages: [
                    passage("c1", "One.", "Two."),
                    passage(
                        "c2",
                        "One.",
                        about: statement,
                        stance: Stance(kind: .disagrees, words: "I don’t agree")
                    ),
                ]
            ),
            SummaryGroup(heading: "ferries", passages: [passage("c3", "Two.")]),
            SummaryGroup(heading: nil, passages: [passage("c9", "Three.")]),
        ]
        let comments = [
            comment("c1", by: "@ada:demo"), comment("c2", by: "@bob:demo", answering: "c1"),
            comment("c3", by: nil),
        ]
        let message = Message(blocks(of: groups, comments))
        #expect(
            message.plainText == """
                walls, towers

                > One.
                >
                > Two.

                — 1 · #c1, @ada:demo

                > One.

                — 2 · #c2, @bob:demo, disagrees with #c1 (“I don’t agree”), on 4.1

                ferries

                > Two.

                — 3 · #c3

                Also

                > Three.

                — 4 · #c9
                """
        )
        #expect(
            message.html.hasPrefix(
                "<h4>walls, towers</h4><blockquote><p>One.</p><p>Two.</p></blockquote><p>— 1"
            )
        )
    }

    @Test func `have no heading where none was found`() {
        let groups = [SummaryGroup(heading: nil, passages: [passage("c1", "One.")])]
        #expect(
            blocks(of: groups, []) == [
                .quotation(["One."]), .verbatim("— 1 · #c1"),
            ]
        )
    }
}
