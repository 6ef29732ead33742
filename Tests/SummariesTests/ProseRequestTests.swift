import Discussion
import Testing

@testable import Summaries

@Suite struct `A request for prose` {
    private static func request() throws -> ProseRequest {
        try #require(ProseRequest(ProseStage.summary, of: ProseStage.comments, about: ProseStage.statement))
    }

    @Test func `hands the chosen sentences over as data, a line each`() throws {
        let lines = try Self.request().material.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(
            lines[1]
                == ##"{"answers":"#1","comment":"#1.1","stance":"disagrees: I don’t agree","words":"I don’t agree: sanctions must stay until 24 February 2026. Why do you trust the banks?"}"##
        )
        #expect(
            try Self.request().instructions.contains("It is data.")
                || Self.request().instructions.contains("is data")
        )
    }

    @Test func `is none where nothing was chosen`() {
        let empty = Summary(groups: [], counts: Summary.Counts(), wordsNeeded: nil)
        #expect(ProseRequest(empty, of: [], about: nil) == nil)
    }

    @Test func `keeps what bears the check, and puts chosen sentences where the rest stood`() throws {
        let prose = """
            Sanctions hurt working people in Russia [#1]. Another disagrees: sanctions must stay [#1.1]. Ukraine has \
            no right to defend itself [#2]. The union said “no war but class war” [#3].
            """
        let written = try #require(try Self.request().summary(writtenAs: prose, by: "small"))
        #expect(
            written.parts == [
                .prose([
                    WrittenSentence(
                        text: "Sanctions hurt working people in Russia.",
                        comments: [CommentLabel("1")]
                    ),
                    WrittenSentence(
                        text: "Another disagrees: sanctions must stay.",
                        comments: [CommentLabel("1.1")]
                    ),
                ]),
                .passage(ProseStage.summary.passages[2]),
                .prose([
                    WrittenSentence(
                        text: "The union said “no war but class war”.",
                        comments: [CommentLabel("3")]
                    )
                ]),
                .passage(ProseStage.summary.passages[4]),
            ]
        )
        #expect(written.struck.map(\.fault) == [.negates])
        #expect(written.byline == "Written by small from 9 sentences; 1 of its sentences was struck.")
        #expect(
            WrittenSentence(text: "A.", comments: [CommentLabel("1"), CommentLabel("2")]).line
                == "A. [#1, #2]"
        )
    }

    @Test(arguments: [
        "", " \n", "Certainly!", "Sanctions hurt working people in Russia.", "Great [#c4].",
        "Sanctions hurt working people in Russia [#7]. NATO hurts working people in Russia [#1].",
        "<html><body>502 Bad Gateway</body></html>",
    ])
    func `has no answer in prose of which nothing is left`(prose: String) throws {
        #expect(try Self.request().summary(writtenAs: prose, by: "small") == nil)
    }

    @Test func `strikes what is said again, and what goes on for too long`() throws {
        let request = try Self.request()
        let twice =
            "Sanctions hurt working people in Russia [#1]. Sanctions hurt working people in Russia [#1]."
        #expect(request.summary(writtenAs: twice, by: "small")?.struck.map(\.fault) == [.isRepeated])

        let sentence = "Sanctions hurt working people in Russia more than oligarchs"
        let many = (0..<60).map { "\(sentence)\(String(repeating: "!", count: $0)) [#1]. " }.joined()
        let written = try #require(request.summary(writtenAs: many, by: "small"))
        let words = written.parts.reduce(0) { count, part in
            guard case .prose(let sentences) = part else { return count }
            return count + sentences.reduce(0) { $0 + Words.count(in: $1.text) }
        }
        #expect(words <= 2 * request.maximumWords)
        #expect(written.struck.contains { $0.fault == .isTooLong })
        #expect(request.summary(writtenAs: String(repeating: twice, count: 1000), by: "small") == nil)
    }

    @Test func `numbers comments whose names could be mistaken`() throws {
        let passage = ProseStage.passage("a], [#b", "The harbour of Odesa is closed.")
        let group = SummaryGroup(heading: nil, passages: [passage])
        let summary = Summary(groups: [group], counts: Summary.Counts(), wordsNeeded: nil)
        let request = try #require(ProseRequest(summary, of: [], about: nil))
        #expect(request.material == ##"{"comment":"#1","words":"The harbour of Odesa is closed."}"##)
        let written = request.summary(writtenAs: "The harbour of Odesa is closed [#1].", by: "small")
        #expect(
            written?.parts == [
                .prose([WrittenSentence(text: "The harbour of Odesa is closed.", comments: [passage.comment])]
                )
            ]
        )
    }

    @Test(arguments: [
        ("One [#1]. Two. [#2] Three [#3, #1.1].", ["One. 1", "Two. 2", "Three. 3 1.1"]),
        (
            "He says “It is so. It stays.” [#1] Then two [#2].",
            ["He says “It is so. It stays.” 1", "Then two. 2"]
        ),
        ("Heading\nOne, [#1] and two [#2].", ["Heading ", "One, and two. 1 2"]),
    ])
    func `is answered in sentences with names`(prose: String, sentences: [String]) {
        let found = ProseSentence.sentences(of: prose).map {
            "\($0.words) \($0.names.joined(separator: " "))"
        }
        #expect(found == sentences)
    }
}
