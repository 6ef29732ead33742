import BotCore
import BotStore
import Discussion
import MatrixTypes
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `What another process writes` {
    /// Keeps what is said, and says it again.
    private var echoing: TestPlugin {
        TestPlugin { input, _ in
            guard case .command(let invocation) = input, case .message(let cause) = invocation.cause else {
                return []
            }
            let kept = CommentDraft(
                event: cause.event,
                author: invocation.sender,
                text: invocation.text,
                writtenAt: now,
                repliesTo: nil,
                threadRoot: nil
            )
            return [.record(kept), invocation.reply(Message([.verbatim(invocation.text)]))]
        }
    }

    @Test func `leaves at once, and is erased`() async throws {
        try await Stage.run([echoing]) { stage in
            await stage.town.say(["!say heliotrope quarrels"])
            try await stage.settles()
            #expect(await stage.town.bodies() == ["heliotrope quarrels"])

            let beside = try Store.openBeside(directory: stage.folder)
            let comment = Forgetting.comment(CommentLabel("c1"), room: nil, statement: nil)
            _ = try await beside.forget(comment, at: now)
            try await beside.leave()
            #expect(try await stage.store.needsErasure())
            // Nobody has told the bot: it looks for itself.
            try await stage.clock.look()
            try await stage.town.until { town in
                town.said.contains { if case .redaction = $0.body { true } else { false } }
            }
            while try await stage.store.needsErasure() { await Task.yield() }
        }
    }
}
