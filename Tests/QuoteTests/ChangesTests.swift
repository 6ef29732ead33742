import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `What changed in a statement` {
    private static let first = Statement(
        "Peace",
        paragraphs: [
            "Everybody wants peace. Few agree how.", "Bread comes first. Then come roses.",
            "Nobody is asked.",
            "We know.",
        ]
    )
    private static let second = Statement(
        "Peace now",
        paragraphs: [
            "This was said before.", "Everybody wants peace. Some agree how.",
            "Bread comes first. Then come roses.", "We know.",
        ]
    )

    /// A room with a comment on each of some passages of the first text.
    private func room(commentsOn passages: [String] = []) async throws -> PluginHarness {
        let room = PluginHarness(QuotePlugin(), KeepingPlugin(), discussing: Self.first, comments: [])
        for passage in passages {
            try await room.say("!quote \(passage)")
            try await room.say("On \(passage).", replyingTo: await room.lastAnswer)
        }
        return room
    }

    @Test func `is shown word by word, with what it touches`() async throws {
        let room = try await room(commentsOn: ["1.1", "1.2", "2", "2.2", "3"])
        try await room.say("On nothing.")
        await room.revise(Self.second)
        #expect(
            try await room.say("!changes") == [
                """
                From revision 1, imported Friday 25 February 2022, to revision 2, imported Friday 25 February 2022:

                title: Peace {+now+}

                2 (was 1): Everybody wants peace. [-Few-] {+Some+} agree how.

                1, new: {+This was said before.+}

                3, gone: [-Nobody is asked.-]

                6 comments were written before this; on changed passages: #c1 on 1.1 (now 2.1), #c2 on 1.2 (gone), #c3 on \
                2 (now 3), #c4 on 2.2 (now 3.2), #c5 on 3 (gone).
                """
            ]
        )
    }

    @Test func `leaves long stretches out that stayed, and says what only moved`() async throws {
        let words = (1...40).map { "word\($0)" }
        let long = words.joined(separator: " ")
        let room = PluginHarness(
            QuotePlugin(),
            discussing: Statement("Peace", paragraphs: ["Begin \(long) end.", "Bread.", "Roses.", "Peace."]),
            comments: []
        )
        await room.revise(
            Statement("Peace", paragraphs: ["Start \(long) stop.", "Peace.", "Bread.", "Roses."])
        )
        let head = words.prefix(8).joined(separator: " ")
        let tail = words.suffix(8).joined(separator: " ")
        #expect(
            try await room.say("!changes")[0].components(separatedBy: "\n\n").dropFirst() == [
                "1: [-Begin-] {+Start+} \(head) … \(tail) [-end-] {+stop+}.",
                "Moved, in the same words: 2 (was 4).",
            ]
        )
    }

    @Test(arguments: ["1", "r1", "2022-02-25", "2022-02-26"])
    func `is told since a revision or a day`(since: String) async throws {
        let room = try await room()
        await room.revise(Self.second, at: Date(timeIntervalSince1970: 1_646_000_000))
        await room.revise(Self.first, at: Date(timeIntervalSince1970: 1_646_400_000))
        let span =
            "From revision 1, imported Friday 25 February 2022, to revision 3, imported Friday 4 March 2022"
        #expect(try await room.say("!changes \(since)") == ["\(span), no word has changed."])
        let later = "From revision 2, imported Sunday 27 February 2022, to revision 3"
        #expect(try await room.say("!changes 2022-02-27")[0].hasPrefix(later))
        #expect(try await room.say("!changes")[0].hasPrefix(later))
    }

    @Test(arguments: [
        (
            "", 1,
            "This statement has one revision, imported Friday 25 February 2022: nothing has changed in it."
        ),
        (
            "1", 1,
            "This statement has one revision, imported Friday 25 February 2022: nothing has changed in it."
        ),
        (
            "2", 2,
            """
            Revision 2, imported Friday 25 February 2022, is the latest: nothing has changed since. `!changes` shows what \
            changed before.
            """
        ),
        ("3", 2, "There is no revision 3; this statement has 2 revisions. Try `!changes 2`."),
        (
            "yesterday", 2,
            """
            "yesterday" is no date and no revision. Type year, month and day, as in `!changes 2022-02-25`, or the number \
            of a revision, as in `!changes 1`.
            """
        ),
        (
            "2021-01-01", 2,
            """
            This statement was not here yet on that day: its first revision was imported Friday 25 February 2022. Try \
            `!changes 2022-02-25`.
            """
        ),
    ])
    func `is told plainly where there is nothing to show`(
        since: String,
        revisions: Int,
        answer: String
    ) async throws {
        let room = try await room()
        if revisions > 1 { await room.revise(Self.second) }
        #expect(try await room.say("!changes \(since)") == [answer])
    }

    @Test func `touches no comment on what stayed`() async throws {
        let room = try await room(commentsOn: ["4"])
        await room.revise(
            Statement("Peace", paragraphs: Self.first.paragraphs.map(\.text) + ["And more."])
        )
        let answer = try await room.say("!changes")[0]
        #expect(
            answer.hasSuffix("\n\n1 comment was written before this, none of them on a changed passage.")
        )
        let silent = try await self.room()
        await silent.revise(Self.second)
        #expect(try await !silent.say("!changes")[0].contains("written before"))
    }
}

@Suite struct `A comment on words that changed` {
    private func room() async throws -> PluginHarness {
        let room = PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement("Peace", paragraphs: ["Everybody wants peace. Few agree how. So it is."]),
            comments: []
        )
        for passage in ["1.1", "1.2", "1.3", "title"] {
            try await room.say("!quote \(passage)")
            try await room.say("About \(passage).", replyingTo: await room.lastAnswer)
        }
        await room.revise(
            Statement(
                "Peace",
                paragraphs: [
                    "So it is.", "Everybody wants peace. Some agree how.", "And they say: So it is.",
                ]
            )
        )
        try await room.say("!quote 2.2")
        try await room.say("About the new.", replyingTo: await room.lastAnswer)
        return room
    }

    @Test func `says in the tree where they are now`() async throws {
        #expect(
            try await room().say("!comments") == [
                """
                #c1 @ada:demo on 2.1 (1.1 when it was written): About 1.1.
                #c2 @ada:demo on 1.2 of revision 1, whose words are gone: About 1.2.
                #c3 @ada:demo on 1.3 of revision 1, whose words now stand at 2 places: About 1.3.
                #c4 @ada:demo on title: About title.
                #c5 @ada:demo on 2.2: About the new.

                0 comments on the page, 5 said in chat.
                """
            ]
        )
    }

    @Test(arguments: [
        ("c1", "It is about 2.1 (1.1 when it was written)."),
        (
            "c2",
            "It is about 1.2 of revision 1, whose words are gone; `!quote 1.2 --at 1` shows them."
        ),
        ("c4", "It is about title."), ("c5", "It is about 2.2."),
    ])
    func `says by itself where they are now`(label: String, words: String) async throws {
        let room = try await room()
        #expect(try await room.say("!comment \(label)")[0].hasSuffix("\n\n\(words)"))
        if label == "c2" {
            #expect(try await room.say("!quote 1.2 --at 1")[0].hasPrefix("> Few agree how."))
        }
    }
}
