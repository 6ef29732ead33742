import Archive
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `The archive` {
    /// A room whose archive is on, as in the demo.
    private func room(isDirect: Bool = false) throws -> PluginHarness {
        try PluginHarness(
            QuotePlugin(),
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "true"],
            isDirect: isDirect
        )
    }

    @Test func `keeps every message that is no command`() async throws {
        let room = try room()
        try await room.say("I think so, too.", as: "@ada:demo")
        try await room.say("!quote 4.1", as: "@ada:demo")
        try await room.say("!!!", as: "@bob:demo")
        #expect(await room.chat == ["#c1 @ada:demo: I think so, too.", "#c2 @bob:demo: !!!"])
    }

    @Test func `keeps nothing unless it was switched on`() async throws {
        let room = try PluginHarness(ArchivePlugin(), discussing: "on-the-invasion-of-ukraine")
        try await room.say("before")
        try await room.say("!archive on", as: "@mod:demo", powerLevel: 50)
        try await room.say("between")
        try await room.say("!archive off", as: "@mod:demo", powerLevel: 50)
        try await room.say("after")
        #expect(await room.chat == ["#c1 @ada:demo: between"])
    }

    @Test func `keeps nothing in a direct room`() async throws {
        let room = try room(isDirect: true)
        try await room.say("between us")
        #expect(await room.chat == [])
        #expect(
            try await room.say("!archive on", powerLevel: 100)
                == ["This is a direct conversation: nothing of it is ever kept."]
        )
    }

    @Test func `makes of a reply to a quotation a comment on that passage`() async throws {
        let room = try room()
        try await room.say("!quote 4.1")
        try await room.say("This is too simple.", as: "@bob:demo", replyingTo: await room.lastAnswer)
        #expect(await room.chat == ["#c1 @bob:demo on 4.1: This is too simple."])
    }

    @Test(arguments: ["!quote #1.1", "!comment #1.1", "!quote \"proxy war\""])
    func `makes of a reply to a comment that was shown a reply to that comment`(command: String) async throws
    {
        let room = try room()
        try await room.say(command)
        try await room.say("Why?", replyingTo: await room.lastAnswer)
        #expect(await room.chat == ["#c1 @ada:demo under #1.1: Why?"])
    }

    @Test(arguments: ["!help", "!quote 19", "!comments", "!search nato"])
    func `makes of a reply to anything else an ordinary comment`(command: String) async throws {
        let room = try room()
        try await room.say(command)
        try await room.say("Thanks.", replyingTo: await room.lastAnswer)
        #expect(await room.chat == ["#c1 @ada:demo: Thanks."])
    }

    @Test func `keeps the shape of replies and threads`() async throws {
        let room = try room()
        try await room.say("first")
        let first = await room.lastHappening
        try await room.say("answer", as: "@bob:demo", replyingTo: first)
        let answer = await room.lastHappening
        try await room.say("in the thread", as: "@cy:demo", threadRoot: first)
        try await room.say("answer in the thread", as: "@dan:demo", replyingTo: answer, threadRoot: first)
        #expect(
            await room.chat == [
                "#c1 @ada:demo: first", "#c2 @bob:demo under #c1: answer",
                "#c3 @cy:demo under #c1: in the thread", "#c4 @dan:demo under #c2: answer in the thread",
            ]
        )
    }

    @Test(arguments: [
        ("> <@bob:demo> his words\n> more of them\n\nmy words", "my words"),
        ("> * <@bob:demo> waves\n\nmy words", "my words"),
        ("> quoted by hand\n\nmy words", "> quoted by hand\nmy words"),
        ("> <@bob:demo> no blank line\nmy words", "> <@bob:demo> no blank line\nmy words"),
    ])
    func `leaves out what older clients put before a reply`(body: String, kept: String) async throws {
        let room = try room()
        try await room.say("!quote 4.1")
        try await room.say(body, replyingTo: await room.lastAnswer)
        #expect(await room.chat == ["#c1 @ada:demo on 4.1: \(kept)"])
    }

    @Test func `leaves alone what looks like a reply but is none`() async throws {
        let room = try room()
        try await room.say("> <@bob:demo> his words\n\nmy words")
        #expect(await room.chat == ["#c1 @ada:demo: > <@bob:demo> his words\nmy words"])
    }

    @Test func `keeps words, but no files and nothing that programs say`() async throws {
        let room = try room()
        try await room.say("holiday.jpg", msgtype: "m.image")
        try await room.say("Build finished.", as: "@ci:demo", msgtype: "m.notice")
        try await room.say("waves", msgtype: "m.emote")
        try await room.say("  \n ")
        #expect(await room.chat == ["#c1 @ada:demo: waves"])
    }

    @Test func `follows an edit by the author, and nobody else's`() async throws {
        let room = try room()
        try await room.say("frist", as: "@ada:demo")
        let message = await room.lastHappening
        try await room.edit(message, to: "forged", as: "@eve:demo")
        #expect(await room.chat == ["#c1 @ada:demo: frist"])
        try await room.edit(message, to: "first", as: "@ada:demo")
        #expect(await room.chat == ["#c1 @ada:demo: first"])
        #expect(await room.thread.comments.last?.isEdited == true)
    }

    @Test func `goes back to the version before when an edit is taken back`() async throws {
        let room = try room()
        try await room.say("first")
        let message = await room.lastHappening
        try await room.edit(message, to: "second")
        try await room.edit(message, to: "third")
        try await room.redact(await room.lastHappening)
        #expect(await room.chat == ["#c1 @ada:demo: second"])
    }

    @Test func `keeps an empty place where a message was deleted`() async throws {
        let room = try room()
        try await room.say("first")
        let first = await room.lastHappening
        try await room.say("answer", as: "@bob:demo", replyingTo: first)
        try await room.redact(first)
        #expect(await room.chat == ["#c1: removed", "#c2 @bob:demo under #c1: answer"])
    }

    @Test func `is not filled by a message that was deleted before it came`() async throws {
        let room = try room()
        // The harness numbers what happens: this is the id of the message after the deletion.
        try await room.redact(EventID("$2"))
        try await room.say("too late")
        #expect(await room.lastHappening == EventID("$2"))
        #expect(await room.chat == ["#c1: removed"])
    }

    @Test func `forgets deleted words also after it was switched off`() async throws {
        let room = try room()
        try await room.say("first")
        let first = await room.lastHappening
        try await room.say("!archive off", as: "@mod:demo", powerLevel: 50)
        try await room.edit(first, to: "not kept any more")
        #expect(await room.chat == ["#c1 @ada:demo: first"])
        try await room.redact(first)
        #expect(await room.chat == ["#c1: removed"])
    }
}
