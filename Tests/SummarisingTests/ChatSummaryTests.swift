import Discussion
import PluginAPI
import PluginTesting
import Summarising
import Testing

// Testing has a Comment, too.
private typealias Comment = Discussion.Comment

@Suite struct `A summary of the chat` {
    private func comment(
        _ label: String,
        _ text: String,
        by author: String? = "@ada:demo",
        on passage: PassageReference? = nil,
        answering parent: String? = nil
    ) -> Comment {
        Comment(
            label: CommentLabel(label),
            parent: parent.map { CommentLabel($0) },
            passage: passage,
            author: author,
            paragraphs: Paragraph.paragraphs(of: text),
            origin: .chat,
            writtenAt: nil,
            isEdited: false,
            isRemoved: text.isEmpty
        )
    }

    private let statement = Statement(
        title: "The harbour",
        standfirst: nil,
        caption: nil,
        paragraphs: [
            Paragraph(index: 1, segmenting: "The harbour needs a wall. The town will pay for it."),
            Paragraph(index: 2, segmenting: "Boats may stay in the harbour until the winter comes."),
        ],
        publisher: nil,
        sourceURL: nil
    )

    private func room(_ comments: [Comment]) -> PluginHarness {
        PluginHarness(SummaryPlugin(), discussing: statement, comments: comments, settings: usualSettings)
    }

    @Test func `names authors and passages`() async throws {
        let passage = try PassageReference(parsing: "1.2")
        let room = room([
            comment("c1", "The town has no money for walls.", on: passage),
            comment("c2", "The fishermen should pay for the wall themselves.", by: "@bob:demo"),
            comment("c3", "Fishermen earn nothing since the herring left.", by: "@cy:demo", answering: "c1"),
            comment("c4", ""),
        ])
        #expect(
            try await room.say("!summary on 1") == [
                """
                On paragraph 1: #c1 answers it; with all replies.

                > The town has no money for walls.

                — 1 · #c1, @ada:demo, on 1.2

                > Fishermen earn nothing since the herring left.

                — 2 · #c3, @cy:demo, answers #c1

                Read 2 comments by 2 people; quotes 2.
                """
            ]
        )
        let chat = try await room.say("!summary chat").joined()
        #expect(chat.contains("Read 3 comments by 3 people; quotes 3; 1 not read: "))
        #expect(try await room.say("!summary on 1.1").joined().hasPrefix("No comment speaks of sentence 1.1"))
    }

    @Test func `finds comments that name a paragraph`() async throws {
        let room = room([comment("c1", "I like paragraph 2 because it lets the boats stay.")])
        #expect(try await room.say("!summary on 2").joined().hasPrefix("On paragraph 2: #c1 names it"))
    }

    @Test func `says why there is none`() async throws {
        #expect(
            try await room([]).say("!summary")
                == ["The page has no comments. Try `!summary chat` for what was said here."]
        )
        #expect(
            try await room([comment("c1", "Yes.")]).say("!summary chat").joined()
                .hasPrefix(
                    "No sentence of these comments can be understood by itself. `!comments` shows them."
                )
        )
        let long = String(repeating: "the wall and the harbour and the boats ", count: 3) + "matter."
        #expect(
            try await room([comment("c1", long)]).say("!summary chat --words 20").joined()
                .hasPrefix(
                    "Every sentence that could be quoted has more than 20 words. Try `!summary chat --words 40`."
                )
        )
    }

    @Test func `shows names and sentences to the letter`() async throws {
        let room = room([
            comment(
                "c1",
                "Everybody should use the `harbour` wall & the <boats> that Ada left there.",
                by: "`ada`"
            )
        ])
        try await room.say("!summary chat")
        let event = try #require(await room.lastAnswer)
        let html = try #require(await room.message(event)).html
        #expect(html.contains("the `harbour` wall &amp; the &lt;boats&gt; that"))
    }
}
