import Archive
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `Reactions in the archive` {
    private func room() throws -> PluginHarness {
        try PluginHarness(
            QuotePlugin(),
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "true"]
        )
    }

    private func reactions(_ room: PluginHarness, to label: String) async throws -> String? {
        let answer = try await room.say("!comment \(label)", as: "@reader:demo").first ?? ""
        return answer.split(separator: "\n").first { $0.hasPrefix("Reactions") }.map(String.init)
    }

    @Test func `are counted by person, and shown with their comment`() async throws {
        let room = try room()
        try await room.say("I think so, too.", as: "@ada:demo")
        let comment = await room.lastHappening
        #expect(try await reactions(room, to: "#c1") == nil)
        try await room.react(to: comment, with: "👍", as: "@bob:demo")
        try await room.react(to: comment, with: "❤️", as: "@bob:demo")
        try await room.react(to: comment, with: "👍", as: "@cleo:demo")
        #expect(try await reactions(room, to: "#c1") == "Reactions: 👍 2, ❤️ 1.")
    }

    @Test func `belong to the comment that our message showed`() async throws {
        let room = try room()
        try await room.say("!comment #1", as: "@ada:demo")
        try await room.react(to: try #require(await room.lastAnswer), with: "👍", as: "@bob:demo")
        #expect(try await reactions(room, to: "#1") == "Reactions: 👍 1.")
        try await room.say("!quote 4.1", as: "@ada:demo")
        try await room.react(to: try #require(await room.lastAnswer), with: "👎", as: "@bob:demo")
        #expect(try await reactions(room, to: "#1") == "Reactions: 👍 1.")
    }

    @Test func `go when they are taken back, with their comment, and with their author`() async throws {
        let room = try room()
        try await room.say("I think so, too.", as: "@ada:demo")
        let comment = await room.lastHappening
        try await room.react(to: comment, with: "👍", as: "@bob:demo")
        try await room.redact(await room.lastHappening, as: "@bob:demo")
        #expect(try await reactions(room, to: "#c1") == nil)
        try await room.react(to: comment, with: "👍", as: "@bob:demo")
        try await room.say("Mine.", as: "@bob:demo")
        try await room.say("!forget me", as: "@bob:demo")
        try await room.say("!forget me", as: "@bob:demo")
        #expect(try await reactions(room, to: "#c1") == nil)
        try await room.react(to: comment, with: "👍", as: "@bob:demo")
        try await room.redact(comment, as: "@ada:demo")
        #expect(try await reactions(room, to: "#c1") == nil)
    }

    @Test(arguments: [
        "mxc://example.org/abc", "I do not agree with you", String(repeating: "👍", count: 40), "",
    ])
    func `are signs, and nothing longer`(key: String) async throws {
        let room = try room()
        try await room.say("I think so, too.", as: "@ada:demo")
        try await room.react(to: await room.lastHappening, with: key, as: "@bob:demo")
        #expect(try await reactions(room, to: "#c1") == nil)
    }

    @Test func `of those who left are not kept`() async throws {
        let room = try room()
        try await room.say("I think so, too.", as: "@ada:demo")
        let comment = await room.lastHappening
        try await room.say("!optout", as: "@bob:demo")
        try await room.react(to: comment, with: "👍", as: "@bob:demo")
        #expect(try await reactions(room, to: "#c1") == nil)
    }
}

@Suite struct `Somebody whose words a relay passes on` {
    @Test(arguments: ["!forget me", "!optout", "!optin", "!archive off"])
    func `is sent to the operator where it matters who they are`(command: String) async throws {
        let room = try PluginHarness(
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "true"]
        )
        let ada = UserID("ada via @irc:demo")
        await room.pass(on: ada, by: UserID("@irc:demo"))
        try await room.say("hello", as: ada.rawValue)
        let answer = try #require(try await room.say(command, as: ada.rawValue).first)
        #expect(
            answer.hasSuffix(
                "you need an account of your own here: what @irc:demo passes on could be anybody's. "
                    + "Please ask the operator: @operator:demo."
            )
        )
        #expect(await room.chat == ["#c1 ada via @irc:demo: hello"])
    }
}

@Suite struct `An archive without somebody whom people can ask` {
    @Test func `keeps nothing, and says why`() async throws {
        let room = try PluginHarness(
            ArchivePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: ["on_by_default": "true"],
            operatorContact: nil
        )
        try await room.say("hello")
        #expect(await room.chat == [])
        for command in ["!archive", "!archive on"] {
            let answer = try #require(try await room.say(command, as: "@mod:demo", powerLevel: 50).first)
            #expect(answer.contains("`operator_contact` in my configuration"))
        }
    }
}
