import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `An answer of the quote plugin` {
    private static let comments = [
        Samples.comment(1, text: "Peace has a price. We all know."),
        Samples.comment(2, parent: 1, text: "Whose price? Yours, I think."),
        Samples.comment(3, parent: 1, isRemoved: true), Samples.comment(4, text: "A lesser price."),
    ]

    /// A room with two revisions of its statement, and #c1 said about the first.
    private func room() async throws -> PluginHarness {
        let room = PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement.short,
            comments: Self.comments
        )
        try await room.say("Chat has its own price.", as: "@bob:demo")
        await room.revise(.revised)
        return room
    }

    @Test(arguments: [
        ("!quote #1", ["1"]), ("!quote \"whose price\"", ["2"]), ("!quote \"own price\"", ["c1"]),
        ("!comment #1", ["1", "2"]), ("!comment #2", ["2"]), ("!comment c1", ["c1"]),
        ("!comment #3", []), ("!quote #3", []),
        ("!comments", ["1", "2", "4", "c1"]), ("!comments #1", ["1", "2"]),
        ("!search price", ["1", "2", "4", "c1"]), ("!search lesser", ["4"]),
        ("!search peace", ["1"]),
    ])
    func `names the comments whose words it holds`(command: String, labels: [String]) async throws {
        let room = try await room()
        let thread = await room.thread
        try await room.say(command)
        let message = try #require(await room.lastMessage)
        let expected = labels.compactMap { thread[CommentLabel($0)]?.source }
        #expect(expected.count == labels.count)
        #expect(Set(message.sources) == Set(expected))
        #expect(message.sources.count == expected.count)
    }

    @Test(arguments: [
        "!quote 1", "!quote \"everybody wants peace\"", "!quote everybody", "!quote 1 --at 1", "!quote title",
        "!quote wants price", "!quote #9", "!search agree", "!statement", "!statements", "!changes",
        "!changes 1", "!comments #3", "!statement use 1",
    ])
    func `names none where it holds only words of the statement`(command: String) async throws {
        let room = try await room()
        try await room.say(command, powerLevel: 50)
        #expect(await room.lastMessage?.sources == [])
    }

    @Test func `names only those that are shown`() async throws {
        let room = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1)] + (2...40).map { Samples.comment($0, parent: 1) }
        )
        for (command, count) in [("!comments", 20), ("!search number", 10), ("!comment #1", 11)] {
            try await room.say(command)
            let message = try #require(await room.lastMessage)
            #expect(message.sources.count == count, "\(command)")
        }
    }

    @Test func `names none where a comment has lost its words`() async throws {
        let room = try await room()
        await room.remove(CommentLabel("1"))
        try await room.say("!comment #1")
        let message = try #require(await room.lastMessage)
        let reply = await room.thread[CommentLabel("2")]?.source
        #expect(message.plainText == "Comment #1 was removed.\n\nAnswered by #2 (Ada), #3 (removed).")
        #expect(message.sources == [reply].compactMap(\.self))
    }
}
