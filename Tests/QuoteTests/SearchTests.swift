import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `Searching a long discussion` {
    private func heading(_ words: String, in texts: [String]) async throws -> String? {
        let room = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short,
            comments: Samples.comments(texts)
        )
        return try await room.say("!search \(words)")[0].split(separator: "\n").first.map(String.init)
    }

    private static func texts(_ text: String, _ count: Int) -> [String] {
        (0..<count).map { "\(text) \($0)" }
    }

    @Test(arguments: [
        (198, "200 places with \"peace\", best first:"), (200, "202 places with \"peace\", best first:"),
        (
            201,
            """
            More than 200 places with "peace". Best first, from the statement and the newest 200 comments with it:
            """
        ),
    ])
    func `says how many places there are, as far as it knows`(count: Int, heading: String) async throws {
        #expect(try await self.heading("peace", in: Self.texts("Peace now", count)) == heading)
    }

    @Test(arguments: [
        (9, 5, "15 places with any of \"bread\", \"wants\", best first:"),
        (10, 5, "At least 11 places with any of \"bread\", \"wants\", best first:"),
        (
            201, 5,
            """
            More than 200 places with any of "bread", "wants". Best first, from the statement and the newest 200 comments \
            with all of them:
            """
        ),
        (
            9, 201,
            """
            More than 200 places with any of "bread", "wants". Best first, from the statement and the newest 200 comments \
            with any of them:
            """
        ),
    ])
    func `ranks comments with some of the words only where few have all`(
        both: Int,
        one: Int,
        heading: String
    ) async throws {
        let texts = Self.texts("She wants bread", both) + Self.texts("Only bread", one)
        #expect(try await self.heading("bread wants", in: texts) == heading)
    }

    @Test func `finds an old comment with all the words below many that have one`() async throws {
        let comments = Samples.comments(["Bread and roses."] + Self.texts("Only bread", 300))
        let room = PluginHarness(QuotePlugin(), discussing: Statement.short, comments: comments)
        let lines = try await room.say("!search roses bread")[0].split(separator: "\n")
        #expect(lines.dropFirst().first == "#1: Bread and roses.")
        #expect(lines.last == "The others are not shown.")
        let others = lines.dropFirst(2).dropLast()
        #expect(others.count == 9)
        #expect(others.allSatisfy { (Int($0.dropFirst().prefix { $0 != ":" }) ?? 0) > 101 })
    }

    @Test func `ends somewhere in a phrase, and says so`() async throws {
        let comments = Samples.comments(Self.texts("Roses and bread", 60) + ["Bread and roses."])
        let room = PluginHarness(QuotePlugin(), discussing: Statement.short, comments: comments)
        #expect(
            try await room.say("!quote \"bread and roses\"") == [
                """
                No sentence of the statement has the phrase "bread and roses", and none of the first 50 comments that have \
                all its words. Without quotation marks I look for the words in any order: `!quote bread and roses`.
                """
            ]
        )
        let few = PluginHarness(
            QuotePlugin(),
            discussing: Statement.short,
            comments: Array(comments.suffix(20))
        )
        #expect(try await few.say("!quote \"bread and roses\"")[0].hasPrefix("> Bread and roses."))
    }

    @Test func `asks for no comment but those that are looked for`() async throws {
        let room = SparseRoom()
        for command in [
            "quote 1.1", "quote \"wants peace\"", "quote \"bread\"", "quote wants", "quote bread", "quote #1",
            "quote #1.9", "quote #9", "quote 1 --at 1", "search bread", "search bread peace", "statement",
            "statements",
            "changes", "comment #1", "comment #7", "comment hello",
        ] {
            await #expect(throws: Never.self) { try await room.answer(to: command) }
        }
        await #expect(throws: SparseRoom.WholeThread.self) { try await room.answer(to: "comments") }
    }
}
