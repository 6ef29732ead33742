import Foundation
import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `The quote plugin` {
    private let lesserEvil = """
        > Russian imperialism is not a ‘lesser evil’ in this conflict.

        — On the invasion of Ukraine (rs21 Steering Group): the statement, paragraph 4, sentence 1 · 4.1
        """

    private func room() throws -> PluginHarness {
        try PluginHarness(QuotePlugin(), discussing: "on-the-invasion-of-ukraine")
    }

    @Test(arguments: [
        "!quote 4.1", "!quote 4:1", "!quote 4,1", "!quote ¶4.1", "! Quote 4.1", "!QUOTE 4.1.",
        "!quote\u{A0}4.1",
        "@rapporteur: quote 4.1", "@rapporteur:demo !quote 4.1", "Rapporteur, quote 4.1",
    ])
    func `reads an address as it is typed on a phone`(typed: String) async throws {
        #expect(try await room().say(typed) == [lesserEvil])
    }

    @Test(arguments: [
        ("4.2-3", "the statement, paragraph 4, sentences 2 to 3 · 4.2-3"),
        ("4.2–4.3", "the statement, paragraph 4, sentences 2 to 3 · 4.2-3"),
        ("2", "the statement, paragraph 2 · 2"),
        ("4-5", "the statement, paragraphs 4 to 5 · 4-5"),
        ("4.5-5.2", "the statement, paragraph 4, sentence 5 to paragraph 5, sentence 2 · 4.5-5.2"),
        ("Title", "the statement, title · title"),
        ("standfirst", "the statement, standfirst · standfirst"),
        ("caption", "the statement, caption of the picture · caption"),
        ("#1.1", "comment 1.1, author not named · #1.1"),
    ])
    func `says in words what it quotes`(passage: String, source: String) async throws {
        let answers = try await room().say("!quote \(passage)")
        #expect(answers.count == 1)
        #expect(answers[0].hasPrefix("> "))
        #expect(answers[0].hasSuffix("— On the invasion of Ukraine (rs21 Steering Group): \(source)"))
    }

    @Test func `quotes a comment whole`() async throws {
        let room = try room()
        let answer = try #require(await room.say("!quote #3").first)
        let comment = try #require(await room.thread.comments.first { $0.label.rawValue == "3" })
        #expect(answer.components(separatedBy: "\n>\n").count == comment.paragraphs.count)
        for paragraph in comment.paragraphs { #expect(answer.contains("> \(paragraph.text)")) }
    }

    @Test(arguments: [
        "\"lesser evil\"", "“LESSER  EVIL”", "«lesser evil»", "„lesser evil“", "'lesser evil'",
        "\"‘lesser evil’\"",
    ])
    func `finds a phrase in any quotation marks, and says where else it is`(phrase: String) async throws {
        #expect(try await room().say("!quote \(phrase)") == [lesserEvil + "\n\nAlso in #1."])
    }

    @Test func `quotes only the sentence of a comment that has the phrase`() async throws {
        #expect(
            try await room().say("!quote \"Campism\"")
                == [
                    """
                    > Campism at its worst.

                    — On the invasion of Ukraine (rs21 Steering Group): comment 1, author not named · #1
                    """
                ]
        )
    }

    @Test func `finds the sentence that has all the words`() async throws {
        let answer = try await room().say("!quote Prolong sanctions?")
        #expect(answer.first?.hasPrefix("> Sanctions will not end this conflict, only prolong it.\n") == true)
    }

    @Test(arguments: [
        ("19", "Paragraph 19 doesn't exist; this statement has 8. Try `!quote 8`."),
        ("4.9", "Paragraph 4 has 6 sentences; there is no 4.9. Try `!quote 4.6`."),
        ("#9", "Comment #9 doesn't exist; this thread has 5 comments. Try `!quote #1`."),
        ("#1.9", "Comment #1.9 doesn't exist; this thread has 5 comments. Try `!quote #1`."),
        ("#1.1.2.7", "Comment #1.1.2.7 doesn't exist; this thread has 5 comments. Try `!quote #1.1`."),
        ("2-1", "The range ends before it begins; write the smaller number first. Try `!quote 1-2`."),
        (
            "0",
            "Paragraphs, sentences and comments are counted from 1; there is no 0. For example `!quote 5.1`."
        ),
        (
            "sanctions war",
            """
            No sentence has all of "sanctions", "war". "sanctions": 6.2, 6.3, 6.4. "war": 1.2, 4.3, 5.3, 5.5, 6.5, \
            7.2, …. In the comments: #2, #3.
            """
        ),
        (
            "xyzzy war",
            "No sentence has all of \"xyzzy\", \"war\". \"xyzzy\": nowhere. \"war\": 1.2, 4.3, 5.3, 5.5, 6.5, 7.2, …."
        ),
        ("xyzzy", "No sentence has \"xyzzy\"."),
        (
            "\"no such phrase\"",
            """
            No sentence has the phrase "no such phrase". Without quotation marks I look for the words in any order: \
            `!quote no such phrase`.
            """
        ),
        (
            "🕊️",
            "\"🕊️\" has no word to look for. Type an address or words of a passage, for example `!quote 5.1`."
        ),
    ])
    func `says what there is instead`(passage: String, answer: String) async throws {
        #expect(try await room().say("!quote \(passage)") == [answer])
    }

    @Test func `shows how it is used where nothing is asked for`() async throws {
        #expect(
            try await room().say("!quote") == [
                "Usage: `!quote <passage> [--at <date>]`. For example `!quote 5.1`."
            ]
        )
    }

    @Test func `says which message shows what`() async throws {
        let room = try room()
        try await room.say("!quote \"lesser evil\"")
        let quotation = try #require(await room.lastAnswer)
        #expect(await room.message(quotation)?.shown.map(\.description) == ["4.1"])
        try await room.say("!search nato")
        let list = try #require(await room.lastAnswer)
        #expect(await room.message(list)?.shown.isEmpty == true)
    }

    @Test func `has true examples`() async throws {
        #expect(try await room().brokenExamples() == [])
    }
}
