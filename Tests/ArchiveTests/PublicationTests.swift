import Archive
import PluginAPI
import PluginTesting
import Testing

@Suite struct `What may be published` {
    private static let mod = "@mod:demo"

    private func room(kept: Bool = true) throws -> PluginHarness {
        try PluginHarness(
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "\(kept)"]
        )
    }

    /// A room with one comment before the announcement and two after it.
    private func announced() async throws -> PluginHarness {
        let room = try room()
        try await room.say("before")
        try await room.say("!publish on", as: Self.mod, powerLevel: 50)
        try await room.say("second", as: "@bob:demo")
        try await room.say("third")
        return room
    }

    /// `published/waiting/hidden`, as the status says it.
    private func counts(in room: PluginHarness) async -> String {
        let state = await room.publication
        return "\(state.published)/\(state.waiting)/\(state.hidden)"
    }

    @Test func `is nothing until a moderator announces it`() async throws {
        let room = try room()
        try await room.say("first")
        #expect(try await room.say("!publish")[0].hasPrefix("Nothing of this room is published."))
        #expect(
            try await room.say("!publish on") == [
                "To decide what is published you need power level 50 in this room; yours is 0. Please ask a moderator."
            ]
        )
        let refusal = try await room.say("!approve #c1", as: Self.mod, powerLevel: 50)[0]
        #expect(refusal.hasPrefix("Nothing of this room is published, so there is nothing to approve."))
        let announcement = try await room.say("!publish on", as: Self.mod, powerLevel: 50)
        #expect(
            announcement == [
                """
                @mod:demo switched publication on: comments that a moderator approves, of those made here from now \
                on, may be published with the statement, under a pseudonym. What was said before may not. `!publish \
                me by name` shows your name, `!publish not me` keeps yours out, `!publish` says how it is.
                """
            ]
        )
        #expect(await counts(in: room) == "0/0/0", "nothing of what was said before")
    }

    @Test func `is what a moderator approves, since the announcement`() async throws {
        let room = try await announced()
        #expect(await counts(in: room) == "0/2/0")
        #expect(
            try await room.say("!approve #c2 #c3", as: Self.mod, powerLevel: 50) == [
                "#c2, #c3 are approved."
            ]
        )
        #expect(await counts(in: room) == "2/0/0")
        try await room.say("!approve #c1", as: Self.mod, powerLevel: 50)
        #expect(await counts(in: room) == "2/0/0", "it was said before")
        #expect(try await room.say("!hide c3", as: Self.mod, powerLevel: 50) == ["#c3 stays unpublished."])
        #expect(await counts(in: room) == "1/0/1")
        try await room.say("!publish off", as: Self.mod, powerLevel: 50)
        #expect(await counts(in: room).hasPrefix("0/0/"))
    }

    @Test func `is what its author wants`() async throws {
        let room = try await announced()
        try await room.say("!approve #c2, #c3", as: Self.mod, powerLevel: 50)
        #expect(
            try await room.say("!publish not me", as: "@bob:demo") == [
                "Nothing that you said or say here is published."
            ]
        )
        #expect(await counts(in: room) == "1/0/0")
        #expect(
            try await room.say("!publish", as: "@bob:demo")[0].contains(
                "Yours are not published, as you chose."
            )
        )
        #expect(
            try await room.say("!approve #c2 #c3", as: Self.mod, powerLevel: 50) == [
                "#c2, #c3 are approved. Not published as long as the author has not typed `!publish me`: #c2."
            ]
        )
        try await room.say("!publish me by name", as: "@bob:demo")
        #expect(await counts(in: room) == "2/0/0")
        #expect(try await room.say("!hide #c2", as: "@bob:demo") == ["#c2 stays unpublished."], "one's own")
        #expect(try await room.say("!hide #c3", as: "@bob:demo")[0].hasPrefix("To decide what is published"))
    }

    @Test func `is decided by a moderator's sign, and not by anybody's`() async throws {
        let room = try await announced()
        let message = EventID("$3")
        try await room.react(to: message, with: "✅", as: "@bob:demo")
        #expect(await counts(in: room) == "0/2/0")
        try await room.react(to: message, with: "✅", as: Self.mod)
        let sign = await room.lastHappening
        #expect(await counts(in: room) == "1/1/0")
        try await room.redact(sign, as: Self.mod)
        #expect(await counts(in: room) == "0/2/0", "taken back")
        try await room.react(to: message, with: "🚫", as: Self.mod)
        #expect(await counts(in: room) == "0/1/1")
    }

    @Test(arguments: [
        (
            "!approve",
            "Please say which comment, such as `!approve #c1`, or type `!approve` as a reply to it."
        ),
        (
            "!approve #c9",
            "\"#c9\" is no comment that was said here. Try `!approve #c1`; `!publish` shows what waits."
        ),
        (
            "!approve #1",
            "\"#1\" is no comment that was said here. Try `!approve #c1`; `!publish` shows what waits."
        ),
        (
            "!publish everybody",
            """
            "everybody" is nothing that can be published. `!publish` says what may be; `!publish me`, `!publish me by \
            name` and `!publish not me` say what you want.
            """
        ),
        ("!publish on", "That holds already; nothing changes."),
    ])
    func `is told plainly`(command: String, answer: String) async throws {
        let room = try await announced()
        #expect(try await room.say(command, as: Self.mod, powerLevel: 50) == [answer])
    }

    @Test func `is nothing where nothing is kept`() async throws {
        let room = try room(kept: false)
        let answer = try await room.say("!publish on", as: Self.mod, powerLevel: 50)[0]
        #expect(answer.hasSuffix("there is nothing to publish. First type `!archive on`."))
    }
}
