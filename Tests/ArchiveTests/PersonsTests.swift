import Archive
import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `A person and the archive` {
    private func room(isDirect: Bool = false) throws -> PluginHarness {
        try PluginHarness(
            QuotePlugin(),
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "true"],
            isDirect: isDirect
        )
    }

    @Test func `can leave and come back`() async throws {
        let room = try room()
        try await room.say("kept")
        #expect(
            try await room.say("!optout") == [
                """
                From now on nothing that you say is kept, in any room where I am. Kept from before: the words of 1 \
                message of yours; `!forget me everywhere` removes it. `!optin` takes this back.
                """
            ]
        )
        try await room.say("not kept")
        try await room.say("somebody else's", as: "@bob:demo")
        #expect(try await room.say("!archive")[0].contains("You have opted out"))
        try await room.say("!optin")
        try await room.say("kept again")
        #expect(
            await room.chat == [
                "#c1 @ada:demo: kept", "#c2 @bob:demo: somebody else's", "#c3 @ada:demo: kept again",
            ]
        )
    }

    @Test func `who left is not edited into the archive`() async throws {
        let room = try room()
        try await room.say("kept")
        let message = await room.lastHappening
        try await room.say("!optout")
        try await room.edit(message, to: "new words")
        #expect(await room.chat == ["#c1 @ada:demo: kept"])
    }

    @Test func `who comes back says nothing new by editing what was not kept`() async throws {
        let room = try room()
        try await room.say("!optout")
        try await room.say("not kept")
        let message = await room.lastHappening
        try await room.say("!optin")
        try await room.edit(message, to: "still not kept")
        #expect(await room.chat == [])
    }

    @Test func `learns how much is kept`() async throws {
        let room = try room()
        #expect(try await room.say("!mydata") == ["Nothing of yours is kept in this room."])
        for number in 1...7 { try await room.say("message \(number)") }
        #expect(
            try await room.say("!mydata") == [
                """
                7 messages of yours are kept in this room: #c1, #c2, #c3, #c4, #c5, #c6, …. `!comment #c1` shows the first, \
                `!forget me` removes the words of all.
                """
            ]
        )
        #expect(try await room.say("!mydata", as: "@bob:demo") == ["Nothing of yours is kept in this room."])
    }

    @Test func `is asked once before being forgotten`() async throws {
        let room = try room()
        try await room.say("first")
        try await room.say("second", as: "@bob:demo", replyingTo: await room.lastHappening)
        try await room.say("third")
        let question = try await room.say("!forget me")[0]
        #expect(question.hasPrefix("This removes the words of 2 messages of yours"))
        #expect(question.hasSuffix("type `!forget me` again within 10 minutes."))
        #expect(await room.chat.count { $0.contains("removed") } == 0)
        #expect(
            try await room.say("!Forget ME")[0].hasPrefix(
                "Done, removed: the words of 2 messages of yours. "
            )
        )
        #expect(await room.chat == ["#c1: removed", "#c2 @bob:demo under #c1: second", "#c3: removed"])
        #expect(try await room.say("!forget me") == ["Nothing of yours is kept in this room."])
    }

    @Test func `can leave and be forgotten in one go, once that is confirmed`() async throws {
        let room = try room()
        try await room.say("first")
        let answer = try await room.say("!optout --forget")[0]
        #expect(answer.contains("`!forget me everywhere` removes it, typed within 10 minutes."))
        #expect(await room.chat == ["#c1 @ada:demo: first"])
        #expect(
            try await room.say("!forget me everywhere")[0].hasPrefix("Done, removed: the words of 1 message")
        )
        #expect(await room.chat == ["#c1: removed"])
    }

    @Test func `does not confirm for every room what was asked for one`() async throws {
        let room = try room()
        try await room.say("first")
        try await room.say("!forget me")
        let everywhere = try await room.say("!forget me everywhere")[0]
        #expect(everywhere.hasPrefix("This removes the words of 1 message of yours, in every room"))
        #expect(await room.chat == ["#c1 @ada:demo: first"])
    }

    @Test(arguments: [(600.0, "Done"), (601.0, "This removes")])
    func `is asked again after ten minutes`(seconds: Double, beginning: String) async throws {
        let room = try room()
        try await room.say("first")
        try await room.say("!forget me")
        let later = await room.now.addingTimeInterval(seconds)
        #expect(try await room.say("!forget me", at: later)[0].hasPrefix(beginning))
    }

    @Test func `cannot confirm for somebody else`() async throws {
        let room = try room()
        try await room.say("first", as: "@ada:demo")
        try await room.say("second", as: "@bob:demo")
        try await room.say("!forget me", as: "@ada:demo")
        #expect(
            try await room.say("!forget me", as: "@bob:demo")[0].hasPrefix(
                "This removes the words of 1 message"
            )
        )
        #expect(await room.chat == ["#c1 @ada:demo: first", "#c2 @bob:demo: second"])
    }

    @Test(arguments: [
        (
            "!forget",
            "Remove your words, and what I posted that quotes them. Usage: `!forget me`, `!forget me everywhere`."
        ),
        (
            "!forget @bob:demo",
            """
            Only your own words can be forgotten, all at once: type `!forget me` for this room, or `!forget me \
            everywhere`. To remove a single message, delete it in your Matrix client; the archive follows.
            """
        ),
        ("!optout please", "Nothing follows `!optout`: please type it alone."),
        (
            "!archive on",
            "To switch the archive on you need power level 50 in this room; yours is 0. Please ask a moderator."
        ),
        (
            "!archive everything",
            """
            "everything" is nothing that the archive does. `!archive` says what is kept, `!archive audit` how much; \
            moderators can type `!archive on` and `!archive off`.
            """
        ),
        (
            "!archive audit",
            """
            Messages that were no commands: 0. Kept as comments: 0, with edits: 0. Words removed: 0.
            Not readable: 0. Gaps in the room's past that could not be fetched: 0.
            """
        ),
        (
            "!archive",
            """
            The archive of this room has been on since I came here. Every message that is no command is kept as a \
            comment, with its author and time: a reply to a quotation as a comment on that passage. If you edit or \
            delete a message, the archive follows.
            To leave, type `!optout`: nothing more of yours is kept. `!mydata` says how much of yours there is, \
            `!forget me` removes it.
            Whom you can ask: @operator:demo.
            """
        ),
    ])
    func `is told plainly`(command: String, answer: String) async throws {
        #expect(try await room().say(command) == [answer])
    }

    @Test func `sees who switched it, when`() async throws {
        let room = try room()
        let announcement = try await room.say("!archive off", as: "@mod:demo", powerLevel: 50)[0]
        #expect(
            announcement.hasPrefix("@mod:demo switched the archive of this room off. From now on nothing")
        )
        let since =
            "The archive of this room has been off since Friday 25 February 2022, 12:00 UTC (@mod:demo)"
        #expect(try await room.say("!archive")[0].hasPrefix("\(since): nothing that is said here is kept."))
        #expect(
            try await room.say("!archive off", as: "@mod:demo", powerLevel: 50) == [
                "\(since); nothing changes."
            ]
        )
    }

    @Test func `learns in a direct room that nothing is kept there`() async throws {
        let room = try room(isDirect: true)
        #expect(try await room.say("!mydata")[0].hasPrefix("Nothing of yours is kept, here"))
        #expect(try await room.say("!forget me")[0].hasPrefix("Nothing of a direct conversation is kept."))
        #expect(try await room.say("!publish")[0].hasPrefix("This is a direct conversation"))
    }

    @Test(arguments: [true, false])
    func `has true examples`(isDirect: Bool) async throws {
        let room = try room(isDirect: isDirect)
        try await room.say("The first comment.", as: "@bob:demo")
        #expect(try await room.brokenExamples() == [])
    }
}
