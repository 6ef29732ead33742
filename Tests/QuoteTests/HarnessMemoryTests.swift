import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `What the harness remembers` {
    private func room() -> PluginHarness {
        PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1), Samples.comment(2, parent: 1)]
        )
    }

    /// A line for each comment that is shown: its label, statement and revision.
    private func lines(_ room: PluginHarness) async -> [String] {
        await room.thread.comments.map { "\($0.label) \($0.statement ?? 0)/\($0.revision ?? 0)" }
    }

    @Test func `is under which revision something was said`() async throws {
        let room = room()
        try await room.say("!quote 1.2")
        let quotation = await room.lastAnswer
        try await room.say("before")
        await room.revise(.revised)
        #expect(await room.statement.revision?.number == 2)
        try await room.say("after")
        try await room.say("of the quotation", replyingTo: quotation)
        #expect(await lines(room) == ["#1 1/1", "#2 1/1", "#c1 1/1", "#c2 1/2", "#c3 1/1"])
    }

    @Test func `is on which statement something was said, and shows that of the one that is followed`()
        async throws
    {
        let room = room()
        try await room.say("!quote 1.1")
        let quotation = await room.lastAnswer
        try await room.say("on the first")
        let first = await room.lastHappening
        await room.importStatement(.other, comments: [Samples.comment(1)])
        #expect(await room.statement.title == "War")
        try await room.say("on the second")
        try await room.say("a reply", replyingTo: first)
        try await room.say("on a passage of the first", replyingTo: quotation)
        #expect(await lines(room) == ["#1 2/1", "#c2 2/1"])
        try await room.say("!statement use 1", powerLevel: 50)
        #expect(await lines(room) == ["#1 1/1", "#2 1/1", "#c1 1/1", "#c3 1/1", "#c4 1/1"])
        #expect(await room.statements.map(\.isFollowed) == [true, false])
        await room.importStatement(.other)
        #expect(await room.statement.title == "Peace")
    }

    @Test(arguments: [("1", "of a page"), ("c1", "of the chat")])
    func `goes with the comments that it is about`(label: String, kind: String) async throws {
        let room = room()
        try await room.say("first")
        try await room.say("!note #\(label)")
        try await room.say("!note #\(label)")
        await room.remove(CommentLabel("2"))
        #expect(try await room.say("!notes") == ["of #\(label)"])
        await room.remove(CommentLabel(label))
        #expect(try await room.say("!notes") == ["nothing"])
        let comment = await room.thread[CommentLabel(label)]
        #expect(comment?.isRemoved == true && comment?.text.isEmpty == true)
    }

    @Test func `asks a plugin again whose answer was withdrawn, as of the first time`() async throws {
        let room = room()
        try await room.say("!note #1", powerLevel: 50)
        let answer = try #require(await room.lastAnswer)
        try await room.say("!notes", powerLevel: 0)
        #expect(await room.answers.contains("noted"))
        #expect(try await room.withdraw(answer) == ["note note, -2 s, 50"])
        #expect(await !room.answers.contains("noted"))
        #expect(try await room.withdraw(answer) == [])
        let again = try #require(await room.lastAnswer)
        #expect(try await room.withdraw(again) == ["note without a name, -3 s, 50"])
        try await room.say("!help")
        #expect(try await room.withdraw(try #require(await room.lastAnswer)) == [])
    }
}
