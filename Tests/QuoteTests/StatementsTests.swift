import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `Statements in a room` {
    /// A room with two statements, of which it has chosen the first, in two revisions.
    private func room() async throws -> PluginHarness {
        let room = PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1)]
        )
        try await room.say("On peace.", as: "@bob:demo")
        await room.importStatement(.other, at: Date(timeIntervalSince1970: 1_646_400_000))
        try await room.say("!statement use 1", powerLevel: 50)
        await room.revise(.revised)
        return room
    }

    @Test func `are listed`() async throws {
        #expect(
            try await room().say("!statements") == [
                """
                1: Peace, 2 revisions, the last imported Friday 4 March 2022 (this room follows it)
                2: War, 1 revision, imported Friday 4 March 2022

                Moderators can have this room follow another: `!statement use 2`.
                """
            ]
        )
        let alone = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short.at(StatementRevision(number: 1, importedAt: nil, digest: "")),
            comments: []
        )
        #expect(
            try await alone.say("!statements")
                == ["1: Peace, 1 revision (this room follows it)\n\n`!statement` shows what it says."]
        )
    }

    @Test func `are listed up to twenty`() async throws {
        let room = try await room()
        for number in 3...23 { await room.importStatement(Statement("\(number)", paragraphs: ["Words."])) }
        let lines = try await room.say("!statements")[0].split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.last?.hasPrefix("3 more are not shown. Moderators can ") == true)
    }

    @Test(arguments: ["2", "war", "WAR", "Wa"])
    func `are followed as a moderator says`(wanted: String) async throws {
        let room = try await room()
        #expect(
            try await room.say("!statement use \(wanted)", powerLevel: 50) == [
                """
                From now on this room follows statement 2, "War": what is said from now on is about it. The 2 comments on \
                statement 1, "Peace", stay with it; `!statement use 1` goes back to it.
                """
            ]
        )
        #expect(await room.statement.title == "War")
        try await room.say("On war.")
        #expect(
            try await room.say("!comments")[0].hasPrefix("#c2 @ada:demo: On war.\n\n0 comments on the page")
        )
        #expect(
            try await room.say("!statement use 1", powerLevel: 50)[0]
                .hasSuffix(
                    "The 1 comment on statement 2, \"War\", stays with it; `!statement use 2` goes back to it."
                )
        )
        #expect(try await room.say("!comments")[0].contains("#c1 @bob:demo: On peace."))
    }

    @Test(arguments: [
        ("use 1", "This room follows statement 1, \"Peace\", already; nothing changes."),
        ("use peace", "This room follows statement 1, \"Peace\", already; nothing changes."),
        ("use 9", "There is no statement 9; there are 2. `!statements` lists those that there are."),
        ("use x", "No statement has \"x\" in its title. `!statements` lists those that there are."),
        (
            "use",
            "Which one? Type its number, as in `!statement use 1`. `!statements` lists those that there are."
        ),
        (
            "2",
            """
            "2" is nothing that `!statement` does. Type it alone to see what the statement is; `!statements` lists all, \
            and moderators can type `!statement use 1`.
            """
        ),
    ])
    func `say what to type instead`(text: String, answer: String) async throws {
        let room = try await room()
        #expect(try await room.say("!statement \(text)", powerLevel: 50) == [answer])
        #expect(await room.statement.title == "Peace")
    }

    @Test func `are told apart by number where their titles do not`() async throws {
        let room = try await room()
        await room.importStatement(Statement("War and peace", paragraphs: ["Words."]))
        #expect(
            try await room.say("!statement use war", powerLevel: 50) == [
                "\"war\" fits the titles of statements 2, 3. Type the number, as in `!statement use 2`."
            ]
        )
        #expect(try await room.say("!statement use war peace", powerLevel: 50)[0].contains("statement 3"))
    }

    @Test func `are not changed by people who are no moderators`() async throws {
        let room = try await room()
        #expect(
            try await room.say("!statement use 2", powerLevel: 49) == [
                """
                To have this room follow another statement you need power level 50 in this room; yours is 49. Please ask \
                a moderator.
                """
            ]
        )
        #expect(await room.statement.title == "Peace")
        #expect(try await !room.say("!help statement", powerLevel: 0)[0].contains("use <number>"))
        #expect(
            try await room.say("!help statement", powerLevel: 50)[0].contains("`!statement use <number>`")
        )
    }

    @Test func `keep their comments, which are shown with the right title`() async throws {
        let room = try await room()
        try await room.say("!quote 2.1")
        try await room.say("On a passage of peace.", replyingTo: await room.lastAnswer)
        try await room.say("!statement use 2", powerLevel: 50)
        #expect(
            try await room.say("!comment #c2") == [
                """
                > On a passage of peace.

                — Peace: comment c2 by @ada:demo · #c2

                It is about 2.1 of "Peace".
                """
            ]
        )
        #expect(
            try await room.say("!comments #c2") == [
                "Comment #c2 is about another statement, \"Peace\"; `!comment #c2` shows it."
            ]
        )
        #expect(try await room.say("!quote #c1")[0].hasSuffix("— Peace: comment c1 by @bob:demo · #c1"))
    }

    @Test func `have an overview that says which revision it is`() async throws {
        #expect(
            try await room().say("!statement") == [
                """
                Peace

                1: Nobody was asked.
                2: Everybody wants peace. Some agree how.

                Revision 2, imported Friday 4 March 2022; `!changes` shows what changed.

                1 comment on the page, 1 said in chat. `!quote 2` shows a passage, `!comments` what was said about it.
                """
            ]
        )
    }

    @Test func `have true examples`() async throws {
        let room = try PluginHarness(QuotePlugin(), discussing: "on-the-invasion-of-ukraine")
        let first = await room.statement
        await room.importStatement(.other)
        try await room.say("!statement use 1", powerLevel: 50)
        await room.revise(first)
        #expect(try await room.brokenExamples() == [])
    }
}
