import Echo
import PluginAPI
import PluginTesting
import Testing

@Suite struct `The echo plugin` {
    private func room() throws -> PluginHarness {
        try PluginHarness(EchoPlugin(), discussing: "on-the-invasion-of-ukraine")
    }

    @Test(arguments: [
        ("!echo words", "words"),
        ("! Echo  two   spaces", "two   spaces"),
        ("!echo --not-an-option", "--not-an-option"),
        ("!echo <b>&amp;</b> `code` *bold*", "<b>&amp;</b> `code` *bold*"),
        ("!echo two\nlines", "two\nlines"),
        ("!echo !echo again", "!echo again"),
    ])
    func `answers exactly the words`(typed: String, answered: String) async throws {
        #expect(try await room().say(typed) == [answered])
    }

    @Test func `shows its words as text, not as HTML`() async throws {
        let room = try room()
        try await room.say("!echo <i>a</i> `b`")
        let answer = try #require(await room.lastAnswer)
        #expect(await room.message(answer)?.html == "<p>&lt;i&gt;a&lt;/i&gt; `b`</p>")
    }

    @Test func `asks for words where there are none`() async throws {
        #expect(
            try await room().say("!echo")
                == ["Usage: `!echo <words>`. For example `!echo Hello, everybody!`."]
        )
    }

    @Test func `has true examples, and runs only when it is named`() async throws {
        #expect(try await room().brokenExamples() == [])
        #expect(!EchoPlugin().manifest.isOnByDefault)
    }
}
