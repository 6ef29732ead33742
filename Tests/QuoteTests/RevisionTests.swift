import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `A passage as it stood` {
    private static let first =
        "> Few agree how.\n\n— Peace: the statement, paragraph 1, sentence 2, "
        + "revision 1 of 3, imported Friday 25 February 2022 · 1.2"

    /// A room with three revisions: of 25 February, 1 March (at 23:30 in London) and 4 March 2022.
    private func room() async -> PluginHarness {
        let room = PluginHarness(
            QuotePlugin(),
            KeepingPlugin(),
            discussing: Statement.short,
            comments: [Samples.comment(1)],
            settings: ["zone": "Europe/Paris"]
        )
        await room.revise(.revised, at: Date(timeIntervalSince1970: 1_646_177_400))
        await room.revise(
            Statement("Peace", paragraphs: ["Nobody was asked.", "Everybody wants peace."]),
            at: Date(timeIntervalSince1970: 1_646_400_000)
        )
        return room
    }

    @Test(arguments: ["1", "r1", "R1", "2022-02-25", "2022-03-01", "2022/3/1", "2022–03–01"])
    func `is quoted by its number or a day`(date: String) async throws {
        #expect(try await room().say("!quote 1.2 --at \(date)") == [Self.first])
        #expect(try await room().say("!quote —at \(date) 1.2") == [Self.first])
    }

    @Test(arguments: [
        ("2022-03-01", "1 of 3, imported Friday 25 February 2022"),
        ("2022-03-02", "2 of 3, imported Wednesday 2 March 2022"),
        ("2022-03-03", "2 of 3, imported Wednesday 2 March 2022"),
        ("2022-03-04", "3 of 3, imported Friday 4 March 2022"),
        ("2030-01-01", "3 of 3, imported Friday 4 March 2022"),
    ])
    func `is that of the last text at the end of the day, on the clock of the room`(
        date: String,
        revision: String
    ) async throws {
        let answer = try await room().say("!quote 1.1 --at \(date)")
        #expect(answer[0].hasSuffix(", revision \(revision) · 1.1"))
    }

    @Test func `becomes the passage of a comment that answers it`() async throws {
        let room = await room()
        try await room.say("!quote 1.2 --at 1")
        let quotation = try #require(await room.lastAnswer)
        #expect(await room.message(quotation)?.revision == 1)
        #expect(await room.message(quotation)?.shown.map(\.description) == ["1.2"])
        try await room.say("Why?", replyingTo: quotation)
        #expect(await room.thread.comments.last?.revision == 1)
        try await room.say("!quote 1.1")
        #expect(await room.lastMessage?.revision == nil)
    }

    @Test(arguments: [
        ("!quote \"few agree\" --at 1", "> Few agree how.\n"),
        ("!quote few how --at 1", "> Few agree how.\n"),
        ("!quote \"few agree\"", "No sentence has the phrase \"few agree\"."),
        (
            "!quote \"some agree\" --at 1",
            """
            No sentence of revision 1 has the phrase "some agree". Without quotation marks I look for the words in any \
            order: `!quote some agree --at 1`.
            """
        ),
        (
            "!quote number --at 1", "No sentence of revision 1 has \"number\"."
        ),
        (
            "!quote 2 --at 1",
            "In revision 1: paragraph 2 doesn't exist; this statement has 1. Try `!quote 1 --at 1`."
        ),
        (
            "!quote 2-1 --at 2",
            "The range ends before it begins; write the smaller number first. Try `!quote 1-2 --at 2`."
        ),
        (
            "!quote #1 --at 1",
            "Only the statement has revisions; a comment is quoted as it is now. Try `!quote #1`."
        ),
    ])
    func `is looked for in that text alone`(command: String, answer: String) async throws {
        #expect(try await room().say(command)[0].hasPrefix(answer))
    }

    @Test(arguments: [
        ("9", "There is no revision 9; this statement has 3 revisions. Try `!quote 1 --at 3`."),
        ("0", "There is no revision 0; this statement has 3 revisions. Try `!quote 1 --at 1`."),
        (
            "2022-02-24",
            """
            This statement was not here yet on that day: its first revision was imported Friday 25 February 2022. Try \
            `!quote 1 --at 2022-02-25`.
            """
        ),
        (
            "2022-02-30",
            """
            "2022-02-30" is no date and no revision. Type year, month and day, as in `!quote 1 --at 2022-03-04`, or the \
            number of a revision, as in `!quote 1 --at 1`.
            """
        ),
    ])
    func `that was never there is told plainly`(date: String, answer: String) async throws {
        #expect(try await room().say("!quote 1 --at \(date)") == [answer])
    }

    @Test(arguments: [
        "monday", "1.3.22", "2022-3", "99999999999999999999", "-1", "2022-03-01-01", "2022--01", "r", "`x`",
    ])
    func `by a date that is none is told how one is typed`(date: String) async throws {
        let answer = try await room().say("!quote 1 --at \(date)")
        #expect(answer[0].contains("is no date and no revision. Type year, month and day"))
    }

    @Test func `is the first also where nobody wrote down when that came`() async throws {
        let unknown = Statement.short.at(StatementRevision(number: 1, importedAt: nil, digest: ""))
        let room = PluginHarness(QuotePlugin(), discussing: unknown, comments: [])
        let end = "sentence 2, revision 1 of 1 · 1.2"
        #expect(try await room.say("!quote 1.2 --at 1999-12-31")[0].hasSuffix(end))
    }

    @Test func `is asked for with a value`() async throws {
        #expect(
            try await room().say("!quote 1 --at")
                == ["`--at` needs a date after it: `!quote --at <date>`."]
        )
        #expect(try await room().say("!quote wants —peace")[0].hasPrefix("> Everybody wants peace."))
    }
}
