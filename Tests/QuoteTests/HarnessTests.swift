import PluginTesting
import Quote
import Testing

@Suite struct `The harness of plugins` {
    private func room() throws -> PluginHarness {
        try PluginHarness(QuotePlugin(), discussing: "on-the-invasion-of-ukraine")
    }

    @Test func `answers as the bot does`() async throws {
        let room = try room()
        #expect(try await room.say("!quot 4") == ["Did you mean `!quote`?"])
        #expect(try await room.say("!!!") == [])
        #expect(try await room.say("@rapporteur: thanks") == [])
        #expect(try await room.say("!quote 19", msgtype: "m.notice") == [])
        #expect(try await room.say("!quote --help") == (try await room.say("!help quote")))
        #expect(
            try await room.say("!help quote") == [
                """
                Quote a passage by its address or its words.
                `!quote <passage> [--at <date>]`
                `[--at <date>]` As it stood on that day, such as `2026-03-01`, or in revision `1`.
                For example `!quote 5.1` or `!quote "imperialist expansion"`
                """
            ]
        )
    }

    @Test(arguments: [("!quot title", 1), ("!quote 19", 1), ("!quote title", 0), ("hello", 0)])
    func `reads a command again when it was not understood and is mended`(first: String, answers: Int)
        async throws
    {
        let room = try room()
        try await room.say(first)
        let message = await room.lastHappening
        let answer = try await room.edit(message, to: "!quote title")
        #expect(answer.count == answers)
        #expect(answer.allSatisfy { $0.hasPrefix("> On the invasion of Ukraine") })
        #expect(try await room.edit(message, to: "!quote 4.1") == [])
    }

    @Test func `finds examples that lie`() async throws {
        let broken = try await PluginHarness(LyingPlugin(), discussing: "on-the-invasion-of-ukraine")
            .brokenExamples()
        #expect(
            broken == [
                "`lie {hole}`: this room has nothing for its holes.",
                "`lei`: as `lei` it is not read as `lie`.",
                "`lie fail`: it is answered by \"No.\".",
                "`lie silence`: it is not answered.",
                "`mute` has no example.",
            ]
        )
    }

    @Test func `says so where there is no such seed`() {
        #expect(throws: (any Error).self) {
            try PluginHarness(QuotePlugin(), discussing: "no-such-statement")
        }
    }
}
