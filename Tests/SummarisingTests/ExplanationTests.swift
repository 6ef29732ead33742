import Archive
import Foundation
import PluginAPI
import PluginTesting
import Summarising
import Testing

@Suite struct `Why a passage stands in a summary` {
    private func room() throws -> PluginHarness {
        try PluginHarness(
            SummaryPlugin(),
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: usualSettings.with(["on_by_default": "true", "hold_back": "0"])
        )
    }

    /// A room in which Ada said something, Bob answered, Cy answered him, and all of it is summarised.
    private func quarrel() async throws -> (room: PluginHarness, said: [EventID], summary: EventID) {
        let room = try room()
        var said: [EventID] = []
        for (text, person) in [
            ("The town has no money for walls and towers. It never had any.", "@ada:demo"),
            ("The fishermen should pay for the harbour wall themselves.", "@bob:demo"),
            ("Fishermen earn nothing since the herring left us.", "@cy:demo"),
        ] {
            try await room.say(text, as: person, replyingTo: said.last)
            said.append(await room.lastHappening)
        }
        try await room.say("!summary chat")
        return (room, said, try #require(await room.lastAnswer))
    }

    @Test func `is shown by the whole comment, what it answers, and what answers it first`() async throws {
        let (room, _, summary) = try await quarrel()
        #expect(
            try await room.say("!summary why 2", replyingTo: summary) == [
                """
                Passage 2 of that summary is all of #c2.

                > The fishermen should pay for the harbour wall themselves.

                — #c2, @bob:demo, answers #c1

                It answers

                > The town has no money for walls and towers. It never had any.

                — #c1, @ada:demo

                It is answered by

                > Fishermen earn nothing since the herring left us.

                — #c3, @cy:demo, answers #c2
                """
            ]
        )
    }

    @Test func `is asked of the last summary where none is answered`() async throws {
        let (room, _, summary) = try await quarrel()
        try await room.say("!summary")
        let answered = try await room.say("!summary why 1.", replyingTo: summary).joined()
        #expect(answered.contains("— #c1, @ada:demo"))
        #expect(try await room.say("!summary why #1", threadRoot: summary).joined() == answered)
        let last = try await room.say("!summary why 1").joined()
        #expect(last.hasPrefix("Passage 1 of the last summary is ") && last.contains("— #1"))
    }

    @Test func `is told without words that were removed, or are by somebody who was banned`() async throws {
        let (room, said, summary) = try await quarrel()
        try await room.redact(said[0])
        await room.ban(UserID("@cy:demo"))
        let answer = try await room.say("!summary why 2", replyingTo: summary).joined()
        #expect(
            answer.contains("fishermen should pay") && !answer.contains("herring")
                && !answer.contains("towers")
        )
        #expect(
            try await room.say("!summary why 1", replyingTo: summary)
                == ["Passage 1 of that summary stood in #c1, which was deleted since."]
        )
        #expect(
            try await room.say("!summary why 3", replyingTo: summary)
                == ["Passage 3 of that summary stood in #c3, whose author was banned since."]
        )
    }

    @Test func `is said of a comment that was edited since`() async throws {
        let (room, said, summary) = try await quarrel()
        try await room.edit(said[0], to: "Walls. Towers.", as: "@ada:demo")
        let answer = try await room.say("!summary why 1", replyingTo: summary).joined()
        #expect(answer.contains("of #c1") || answer.contains("edited since"))
        #expect(answer.contains("> Walls. Towers."))
    }

    @Test(arguments: [
        ("why", "Please say which passage of that summary: `!summary why 1` to `why 3`."),
        ("why me", "Please say which passage of that summary: `!summary why 1` to `why 3`."),
        ("why 4", "There is no passage 4 in that summary; it has 3. Try `!summary why 1` to `why 3`."),
        ("why 0", "There is no passage 0 in that summary; it has 3. Try `!summary why 1` to `why 3`."),
        ("why -1", "There is no passage -1 in that summary; it has 3. Try `!summary why 1` to `why 3`."),
    ])
    func `says which passages there are`(typed: String, expected: String) async throws {
        let (room, _, summary) = try await quarrel()
        #expect(try await room.say("!summary \(typed)", replyingTo: summary) == [expected])
    }

    @Test func `cannot be asked before there is a summary`() async throws {
        #expect(
            try await room().say("!summary why 1")
                == ["No summary was posted here yet. Try `!summary`."]
        )
    }

    @Test func `leaves a reply to a summary an ordinary comment`() async throws {
        let (room, _, summary) = try await quarrel()
        try await room.say("!summary why 1", replyingTo: summary)
        try await room.say("I would rather have a ferry than a wall.", replyingTo: summary)
        let comment = try #require(await room.thread.comments.last)
        #expect(comment.parent == nil && comment.passage == nil)
    }

    @Test func `is remembered for the last twenty summaries, without a word of them`() async throws {
        let (room, _, summary) = try await quarrel()
        for _ in 1...19 { try await room.say("!summary") }
        #expect(try await room.say("!summary why 1", replyingTo: summary).joined().contains("that summary"))
        try await room.say("!summary")
        #expect(
            try await room.say("!summary why 1", replyingTo: summary).joined().contains("the last summary")
        )
        let actions = try await room.actions(for: "!summary chat")
        let kept = actions.compactMap { action -> (String, [WordSource])? in
            if case .set(_, let value?, let sources) = action { (value, sources) } else { nil }
        }
        #expect(kept.count == 1 && kept[0].1.isEmpty)
        for word in ["town", "money", "fishermen", "herring"] { #expect(!kept[0].0.contains(word)) }
        #expect(kept[0].0.utf8.count < 10_000)
    }
}
