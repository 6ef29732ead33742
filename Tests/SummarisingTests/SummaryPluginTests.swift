import PluginAPI
import PluginTesting
import Summarising
import Testing

@Suite struct `The summary plugin` {
    private func room(_ settings: [String: String] = [:]) throws -> PluginHarness {
        try PluginHarness(
            SummaryPlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: usualSettings.with(settings)
        )
    }

    private func answer(to text: String) async throws -> String {
        try await room().say(text).joined(separator: "\n\n")
    }

    @Test func `hears every comment of the page`() async throws {
        let answer = try await answer(to: "!summary")
        for label in ["#1, on 4.1", "#1.1, answers #1", "#2", "#3", "#4"] {
            #expect(answer.contains(" · \(label)\n"))
        }
        #expect(answer.hasSuffix("Read 5 comments, authors unknown; quotes 5."))
    }

    @Test(arguments: ["!summary --words 400", "!summary #3", "!summary all"])
    func `never says the words of the leaflet in comment 3 as the commenter's`(command: String) async throws {
        let answer = try await answer(to: command)
        for words in ["take heart", "only exploit the crisis", "brinkmanship", "best support all those"] {
            #expect(!answer.contains(words))
        }
    }

    @Test(arguments: [
        "!summary", "!summary --words 400", "!summary #1", "!summary on 4", "!summary --words 20",
    ])
    func `quotes only what stands in the comments`(command: String) async throws {
        let room = try room()
        try await room.say(command)
        let event = try #require(await room.lastAnswer)
        let message = try #require(await room.message(event))
        let said = await room.thread.comments.map(\.text).joined(separator: "\n")
        for case .quotation(let sentences) in message.blocks {
            for sentence in sentences { #expect(said.contains(sentence)) }
        }
        #expect(message.shown == [])
    }

    @Test func `summarises one comment with its replies`() async throws {
        #expect(try await answer(to: "!summary #1").hasSuffix("Read 2 comments, authors unknown; quotes 2."))
        #expect(try await answer(to: "!summary #3").hasSuffix("Read 1 comment, author unknown; quotes 1."))
    }

    @Test func `finds what quotes a paragraph`() async throws {
        let answer = try await answer(to: "!summary on 4")
        #expect(answer.hasPrefix("On paragraph 4: #1 quotes it; with all replies."))
        #expect(answer.hasSuffix("Read 2 comments, authors unknown; quotes 2."))
    }

    @Test(arguments: [
        (
            "!summary on 3",
            "No comment speaks of paragraph 3, as far as its words show. To comment, reply to the answer to `!quote 3`."
        ),
        (
            "!summary chat",
            "Nothing that was said in this chat has been kept yet; `!archive` says whether it would be. "
                + "Try `!summary` for the comments of the page."
        ),
        ("!summary #99", "Comment #99 doesn't exist; `!comments` shows those that do. Try `!summary #1`."),
        ("!summary on 19", "Paragraph 19 doesn't exist; this statement has 8. Try `!summary on 8`."),
        ("!summary on", "Please say on what, for example `!summary on 1`."),
        (
            "!summary 3",
            "That is paragraph 3 of the statement. Try `!summary on 3` for what was said about it."
        ),
        (
            "!summary --words 5",
            "5 words are too few; a summary has 20 to 400 words. Try `!summary --words 20`."
        ),
        (
            "!summary —words 401",
            "401 words are too many; a summary has 20 to 400 words. Try `!summary --words 400`."
        ),
        (
            "!summary --words many",
            "\"many\" is not a number of words; a summary has 20 to 400 words. Try `!summary --words 60`."
        ),
        (
            "!summary blah",
            "\"blah\" can't be summarised. Try `!summary` for the page, `!summary chat`, `!summary all`, "
                + "`!summary today`, `!summary #1` for a comment and its replies, or `!summary on 1` for a paragraph."
        ),
    ])
    func `says what there is and what to type`(command: String, expected: String) async throws {
        #expect(try await room().say(command) == [expected])
    }

    @Test func `keeps to the words that were asked for`() async throws {
        for words in [20, 60, 400] {
            let room = try room()
            try await room.say("!summary --words \(words)")
            let event = try #require(await room.lastAnswer)
            let blocks = try #require(await room.message(event)).blocks
            let count = blocks.reduce(0) { sum, block in
                guard case .quotation(let sentences) = block else { return sum }
                return sum + sentences.reduce(0) { $0 + Words.count(in: $1) }
            }
            #expect(count > 0 && count <= words)
        }
    }

    @Test func `takes its usual length from the settings`() async throws {
        let short = try await room(["words": "20"]).say("!summary")
        #expect(try await short == room().say("!summary --words 20"))
        #expect(try await short != room().say("!summary"))
    }

    @Test func `has examples that are true`() async throws {
        #expect(try await room().brokenExamples() == [])
        #expect(SummaryPlugin().manifest.commands.map(\.canBeScheduled) == [true])
        let help = try await answer(to: "!help summary")
        #expect(help.split(separator: "\n").count <= 12)
    }
}
