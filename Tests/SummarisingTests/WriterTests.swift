import PluginAPI
import PluginTesting
import Summarising
import Testing

/// A language model that always writes the same.
private struct Parrot: WriterWindow {
    let model = "parrot"
    let prose: String?

    func prose(instructions: String, material: String, maximumWords: Int) async -> String? { prose }
}

@Suite struct `A summary that a language model writes` {
    private static let quoting = "One writes: “We need an anti-war movement across the world”"

    private func answer(writing prose: String?) async throws -> String {
        let room = try PluginHarness(
            SummaryPlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: usualSettings,
            writer: Parrot(prose: prose)
        )
        return try await room.say("!summary --words 60").joined(separator: "\n\n")
    }

    @Test func `is prose that names its comments, with who wrote it in the last lines`() async throws {
        let answer = try await answer(writing: "\(Self.quoting) [#2].")
        #expect(answer.contains("\(Self.quoting). [#2]"))
        #expect(answer.contains("Written by parrot from "))
        #expect(answer.contains("Read 5 comments"))
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
            writing: "\(Self.quoting) [#2]. “NATO is a charity” [#1]."
        )
        #expect(answer.contains("across the world”. [#2]"))
        #expect(!answer.contains("charity"))
        #expect(answer.contains("1 of its sentences was struck."))
        #expect(answer.contains("· #1"))
    }
}
