import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `The overviews of the quote plugin` {
    private func room() throws -> PluginHarness {
        try PluginHarness(QuotePlugin(), discussing: "on-the-invasion-of-ukraine")
    }

    @Test func `find words in statement and comments, best first, at most ten`() async throws {
        let lines = try await room().say("!search nato")[0].split(separator: "\n")
        #expect(lines.first == "11 places with \"nato\", best first:")
        #expect(lines.count == 12)
        #expect(lines.last == "1 more is not shown.")
        #expect(lines.contains("#4: Of course socialists don’t support NATO."))
    }

    @Test func `cut long sentences at words, and change nothing else`() async throws {
        let room = try room()
        let statement = await room.statement
        let line = try #require(await room.say("!search standards")[0].split(separator: "\n").last)
        let shown = line.dropFirst("4.5: ".count).replacing("…", with: "")
        #expect(line.hasPrefix("4.5: …"))
        #expect(shown.contains("standards"))
        #expect(shown.unicodeScalars.count <= 160)
        #expect(" \(statement.paragraphs[3].text) ".contains(" \(shown)"))
    }

    @Test(arguments: [
        ("xyzzy", "Nothing in the statement or its comments has \"xyzzy\"."),
        ("…", "\"…\" has no word to look for; for example `!search imperialist`."),
    ])
    func `say that there is nothing`(words: String, answer: String) async throws {
        #expect(try await room().say("!search \(words)") == [answer])
    }

    @Test func `show the statement with its first words`() async throws {
        let lines = try await room().say("!statement")[0].split(separator: "\n")
        #expect(lines.first == "On the invasion of Ukraine")
        #expect(lines[1].hasPrefix("A statement from the rs21 Steering Group"))
        #expect(lines[2] == "1: Russia has invaded Ukraine. The imperialist rivalry between the key…")
        #expect(
            lines.last
                == """
                5 comments on the page, 0 said in chat. `!quote 5` shows a passage, `!comments` what was said about it.
                """
        )
        #expect(lines.count == 11)
    }

    @Test func `show the comments as a tree`() async throws {
        #expect(
            try await room().say("!comments") == [
                """
                #1: Yo0u are right to say that “Russian imperialism is not a…
                    #1.1: Who is “they”? Why do you take for granted that Ukrainians…
                #2: Thanks very much to rs21 for the excellent statement put…
                #3: Hi Mark I’d like to reply to you as an individual member of…
                #4: You stand back while Ukraine burns. You should support…

                5 comments on the page, 0 said in chat.
                """
            ]
        )
    }

    @Test func `show at most twenty comments`() async throws {
        let comments = (1...30).map { Samples.comment($0) }
        let room = PluginHarness(QuotePlugin(), discussing: Statement.short, comments: comments)
        let lines = try await room.say("!comments")[0].split(separator: "\n")
        #expect(lines.count == 21)
        #expect(
            lines.last
                == """
                10 more not shown, from #21 on: `!comments #21` shows it with its replies. 30 comments on the page, 0 \
                said in chat.
                """
        )
        #expect(try await room.say("!comments 21")[0].hasPrefix("#21 Ada: Comment number 21."))
    }

    @Test func `show a comment with who answered it`() async throws {
        let answers = Samples.comment(2, parent: 1)
        let room = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1), answers, Samples.comment(3, parent: 1, isRemoved: true)]
        )
        #expect(
            try await room.say("!comment #1") == [
                """
                > Comment number 1.

                — Peace: comment 1 by Ada · #1

                Answered by #2 (Ada), #3 (removed).
                """
            ]
        )
        #expect(try await room.say("!comment #3") == ["Comment #3 was removed."])
        #expect(try await room.say("!quote #3") == ["Comment #3 was removed."])
        #expect(try await room.say("!comments")[0].contains("    #3: removed"))
    }

    @Test(arguments: ["I disagree", "#1 I disagree", "4.2", "!!!"])
    func `explain how one comments`(text: String) async throws {
        #expect(
            try await room().say("!comment \(text)") == [
                """
                "\(text)" is not the address of a comment. To comment on a passage, quote it (`!quote 5.1`) and reply \
                to the quotation. To answer a comment, reply to `!comment #1`.
                """
            ]
        )
    }

    @Test func `list at most ten answers`() async throws {
        let answers = (2...13).map { Samples.comment($0, parent: 1) }
        let room = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1)] + answers
        )
        let answer = try await room.say("!comment #1")[0]
        #expect(answer.hasSuffix("#10 (Ada), #11 (Ada), …."))
    }

    @Test func `work for a statement without comments`() async throws {
        let room = PluginHarness(QuotePlugin(), discussing: Statement.short, comments: [])
        #expect(
            try await room.say("!comments") == [
                """
                There are no comments yet. To comment on a passage, quote it (`!quote 1.1`) and reply to the quotation.
                """
            ]
        )
        #expect(
            try await room.say("!comment #1") == [
                """
                Comment #1 doesn't exist; there are no comments yet. To comment on a passage, quote it (`!quote 1.1`) \
                and reply to the quotation.
                """
            ]
        )
    }
}
