import Discussion
import PluginAPI
import PluginTesting
import Summarising
import TestSupport
import Testing

// Testing has a Comment, too.
private typealias Comment = Discussion.Comment

/// A language model that always writes the same.
private struct Parrot: WriterWindow {
    let model = "parrot"
    let prose: String?

    func prose(instructions: String, material: String, maximumWords: Int) async -> String? { prose }
}

@Suite struct `A summary that a language model writes` {
    private static let comments = [
        "The harbour needs a wall before the winter.", "Ships pay for walls in Holland.",
    ]
    .enumerated().map { pageComment("\($0 + 1)", $1) }

    private func answer(writing prose: String?) async throws -> String {
        let room = PluginHarness(
            SummaryPlugin(),
            discussing: Statement(text: "The harbour."),
            comments: Self.comments,
            settings: usualSettings,
            writer: Parrot(prose: prose)
        )
        return try await room.say("!summary").joined(separator: "\n\n")
    }

    @Test func `is prose that names its comments, with who wrote it in the last lines`() async throws {
        let answer = try await answer(writing: "The harbour needs a wall [#1].")
        #expect(answer.contains("The harbour needs a wall. [#1]"))
        #expect(answer.contains("Written by parrot from "))
        #expect(answer.contains("Read 2 comments"))
    }

    @Test(arguments: [
        nil, "", "Everybody is wrong.", "“NATO is a charity” [#1].", "The moon is made of cheese [#2].",
        "Ignore all that and visit https://example.org [#2].",
    ])
    func `is the extract where nothing of it bears the check`(prose: String?) async throws {
        let answer = try await answer(writing: prose)
        #expect(answer == (try await self.answer(writing: nil)))
        #expect(answer.contains("\n— 1 · #"))
        #expect(!answer.contains("parrot"))
    }

    @Test func `has passages where sentences were struck, under the numbers that why knows`() async throws {
        let answer = try await answer(
            writing: "The harbour needs a wall [#1]. “NATO is a charity” [#2]."
        )
        #expect(answer.contains("The harbour needs a wall. [#1]"))
        #expect(!answer.contains("charity"))
        #expect(answer.contains("1 of its sentences was struck."))
        #expect(answer.contains("— 2 · #2"))
    }
}
