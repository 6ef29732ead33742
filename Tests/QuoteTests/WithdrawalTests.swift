import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `An answer that was withdrawn` {
    /// A room in which #c1 was said, and its event.
    private func room() async throws -> (room: PluginHarness, comment: EventID) {
        let room = PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1, text: "Bread first.")]
        )
        try await room.say("Bread and roses.", as: "@bob:demo")
        return (room, await room.lastHappening)
    }

    @Test(arguments: [
        "!comments", "!comments #c1", "!search bread", "!search roses", "!quote \"bread and\"", "!quote #c1",
        "!comment #c1",
    ])
    func `is known by whose words it held, and nothing comes in its place`(command: String) async throws {
        let (room, comment) = try await room()
        try await room.say(command)
        let answer = try #require(await room.lastAnswer)
        #expect(await room.message(answer)?.sources.contains(.event(comment)) == true)
        try await room.redact(comment, as: "@bob:demo")
        #expect(try await room.withdraw(answer) == [])
    }

    @Test func `does nothing again`() async throws {
        let (room, _) = try await room()
        await room.importStatement(.other)
        try await room.say("!statement use 1", powerLevel: 50)
        let answer = try #require(await room.lastAnswer)
        try await room.say("!statement use 2", powerLevel: 50)
        #expect(try await room.withdraw(answer) == [])
        #expect(await room.statement.title == "War")
    }
}
