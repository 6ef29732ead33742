import Discussion
import TestSupport
import Testing

@Suite struct `The page parser` {
    @Test func `reads the page in seeds`() throws {
        let page = try Seeds.page()
        #expect(page.statement.publisher == "rs21 Steering Group")
        #expect(page.paragraphs.count == 8)
        #expect(page.comments.map(\.label.rawValue) == ["1", "1.1", "2", "3", "4"])
        #expect(page.comments.map(\.parent?.rawValue) == [nil, "1", nil, nil, nil])
        #expect(page.comments.allSatisfy { $0.author == nil && $0.origin == .page })
        #expect(page.source.bytes == 10_380 && page.source.lines == 53 && page.source.codePoints == 10_305)
    }

    @Test(arguments: ["\r\n", "\r"])
    func `reads every kind of line break`(lineBreak: String) throws {
        let text = String(decoding: try Seeds.bytes(), as: UTF8.self)
        let page = try PageParser.parse(
            Array(
                text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
                    .utf8
            )
        )
        #expect(page.statement == (try Seeds.statement()))
        #expect(page.comments == (try Seeds.page().comments))
        #expect(page.source.lines == 53)
    }

    @Test func `passes over a byte order mark`() throws {
        let page = try PageParser.parse([0xEF, 0xBB, 0xBF] + Seeds.bytes())
        #expect(page.title == "On the invasion of Ukraine")
        #expect(page.source.codePoints == 10_305)
    }

    /// Lines 3, 5 and from 21 on: standfirst, caption, comments.
    @Test(arguments: [
        ([3], "no standfirst"), ([5], "no caption"), ([3, 5], "neither"), (Array(22...53), "no comments"),
    ])
    func `reads the same body where the page lacks something`(missing: [Int], what: String) throws {
        let all = String(decoding: try Seeds.bytes(), as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let page = try parse(zip(1..., all).filter { !missing.contains($0.0) }.map { String($0.1) })
        let whole = try Seeds.statement()
        #expect(page.statement.paragraphs == whole.paragraphs)
        #expect(page.standfirst == (missing.contains(3) ? nil : whole.standfirst))
        #expect(page.caption?.paragraph == (missing.contains(5) ? nil : whole.caption))
        #expect(page.comments == (missing.contains(23) ? [] : try Seeds.page().comments))
    }

    @Test(arguments: ["1.", "1)", "(1)", "a.", "a)", "(a)", "7."])
    func `reads numbers of any style`(first: String) throws {
        let second =
            ["1.": "2.", "1)": "2)", "(1)": "(2)", "a.": "b.", "a)": "b)", "(a)": "(b)", "7.": "8."][first]
            ?? ""
        let page = try parse(
            "Title",
            "",
            "We speak. We do.",
            "",
            "  \(first) One.",
            "",
            "    • Reply.",
            "",
            "  \(second) Two.",
            "     More."
        )
        let number = first == "7." ? 7 : 1
        #expect(page.comments.map(\.label.rawValue) == ["\(number)", "\(number).1", "\(number + 1)"])
        #expect(page.comments.map(\.text) == ["One.", "Reply.", "Two.\n\nMore."])
        #expect(page.paragraphs.map(\.paragraph.text) == ["We speak. We do."])
    }

    @Test(arguments: ["•", "-", "*", "◦"])
    func `reads replies to replies by their indentation`(bullet: String) throws {
        let page = try parse(
            "Title",
            "",
            "We speak.",
            "",
            "  1. One.",
            "",
            "    \(bullet) A.",
            "",
            "        \(bullet) B.",
            "",
            "          still B.",
            "",
            "            \(bullet) C.",
            "",
            "        \(bullet) D.",
            "",
            "    \(bullet) E.",
            "",
            "      still E.",
            "",
            "  2. Two."
        )
        #expect(page.comments.map(\.label.rawValue) == ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.2", "1.2", "2"])
        #expect(page.parsedComments.map(\.depth) == [0, 1, 2, 3, 2, 1, 0])
        #expect(page.parsedComments.map(\.number) == [1, 1, 1, 1, 2, 2, 2])
        #expect(page.comments.map(\.paragraphs.count) == [1, 1, 2, 1, 1, 2, 1])
        #expect(page.replyCount(of: CommentLabel("1")) == 2)
    }

    @Test func `reads tabs and no-break spaces as indentation`() throws {
        let tabs = try parse("Title", "", "We speak.", "", "\t1. One.", "", "\t\t• Reply.", "", "\t2. Two.")
        #expect(tabs.comments.map(\.label.rawValue) == ["1", "1.1", "2"])
        #expect(tabs.parsedComments.map(\.markerColumn) == [8, 16, 8])
        #expect(tabs.parsedComments.map(\.contentColumn) == [11, 18, 11])
        let spaces = try parse(
            "Title",
            "",
            "We speak.",
            "\u{A0}",
            "\u{A0}\u{A0}1.\u{A0}One.",
            "",
            "\u{A0}\u{A0}2. Two."
        )
        #expect(spaces.comments.map(\.text) == ["One.", "Two."])
    }

    @Test func `reads numbers that are set flush right`() throws {
        let comments = (1...11).flatMap { ["", ($0 < 10 ? "   " : "  ") + "\($0). Comment \($0)."] }
        let page = try parse(["Title", "", "We speak."] + comments)
        #expect(page.comments.map(\.label.rawValue) == (1...11).map { "\($0)" })
    }

    @Test func `keeps lists in comments as their text`() throws {
        let page = try parse(
            "Title",
            "",
            "We speak.",
            "",
            "  1. I want:",
            "     1. peace",
            "     • bread",
            "  3. roses",
            "",
            "  2. So do I."
        )
        #expect(page.comments.map(\.text) == ["I want:\n\n1. peace\n\n• bread\n\n3. roses", "So do I."])
    }

    @Test func `keeps lists in the body as its text`() throws {
        let list = ["Title", "", "We demand. Now.", "", "  1. Peace.", "", "  2. Bread.", "", "We will win."]
        let alone = try parse(list)
        #expect(alone.comments == [])
        #expect(
            alone.paragraphs.map(\.paragraph.text) == [
                "We demand. Now.", "1. Peace.", "2. Bread.", "We will win.",
            ]
        )
        let commented = try parse(list + ["", "  1. I agree.", "", "  2. Me too."])
        #expect(commented.paragraphs.count == 4)
        #expect(commented.comments.map(\.text) == ["I agree.", "Me too."])
    }

    @Test func `gives a line that lost its indentation to the comment above`() throws {
        let page = try parse("Title", "", "We speak.", "", "  1. One.", "", "Lost.", "", "  2. Two.")
        #expect(page.comments.map(\.text) == ["One.\n\nLost.", "Two."])
        #expect(page.paragraphs.count == 1)
    }

    @Test(arguments: [
        // It says what it is.
        ("A statement from the rs21 Steering Group on war.", true),
        ("An open letter to the movement. Sign it!", true), ("By Ada Lovelace", true),
        // It is a second heading, or speaks about the text.
        ("Why we must organise", true), ("Ada Lovelace looks at the history of the war.", true),
        // It speaks.
        ("We condemn the invasion.", false),
        ("Russia has invaded Ukraine. The rivalry has spilled over.", false), ("Our demands:", false),
    ])
    func `tells a standfirst from a first paragraph`(line: String, isStandfirst: Bool) throws {
        let page = try parse("Title", "", line, "", "The war goes on. It must end.", "", "We must act. Now.")
        #expect((page.standfirst == line) == isStandfirst)
        #expect(page.paragraphs.count == (isStandfirst ? 2 : 3))
        #expect(page.paragraphs.map(\.paragraph.index) == Array(1...page.paragraphs.count))
    }

    @Test func `finds no standfirst where all paragraphs are alike or nothing follows`() throws {
        #expect(
            try parse("Title", "", "One is here.", "", "Two is here.", "", "Three is here.").standfirst == nil
        )
        #expect(try parse("Title", "", "A statement by the group on war.").standfirst == nil)
        #expect(
            try parse("Title", "", "A picture.", "Text follows. It does.", "", "More follows.").standfirst
                == nil
        )
    }

    @Test func `finds a caption only where one line alone runs into the next`() throws {
        let fused = try parse("Title", "", "A picture.", "Text is here.", "", "More is here.")
        #expect(fused.caption?.paragraph.text == "A picture.")
        #expect(fused.caption?.paragraph.index == 0)
        #expect(fused.paragraphs.map(\.line) == [4, 6])
        let dense = try parse("Title", "", "One is here.", "Two is here.", "Three is here.")
        #expect(dense.caption == nil && dense.paragraphs.count == 3)
        #expect(try parse("Title", "", "One.", "Two.").caption == nil)
    }

    @Test(arguments: [
        ("A statement from the rs21 Steering Group on the war.", "rs21 Steering Group"),
        ("A statement by Rebel City about it.", "Rebel City"),
        ("Joint statement from the Anti-War Committee in response to the news", "Anti-War Committee"),
        ("Statement from Workers’ Voice.", "Workers’ Voice"), ("An analysis of the war on Ukraine.", nil),
        ("A statement from us on war.", nil),
        ("A statement", nil), ("", nil), ("A statement from the", nil),
    ])
    func `finds the publisher in the standfirst`(standfirst: String, publisher: String?) throws {
        let page = try parse("Title", "", standfirst, "", "War has begun. It must end.")
        #expect(page.statement.publisher == publisher)
        #expect(page.statement(publisher: "Given", sourceURL: "https://a.b/").publisher == "Given")
    }

    @Test func `keeps the line where white space was folded`() throws {
        let page = try parse(
            "Title",
            "",
            "\u{A0}We  speak. Loud.\u{A0}",
            "",
            "  1.  One\u{A0}is.",
            "     So."
        )
        #expect(page.paragraphs[0].raw == "\u{A0}We  speak. Loud.\u{A0}")
        #expect(page.parsedComments[0].paragraphs.map(\.raw) == ["One\u{A0}is.", nil])
    }

    @Test func `reads a page that is only a title`() throws {
        let page = try parse("", " Title\u{A0}")
        #expect(page.title == "Title")
        #expect(page.paragraphs == [] && page.comments == [] && page.standfirst == nil)
    }

    @Test(
        arguments: [
            ([], PageParser.ParseError.empty), (Array("\n \t\u{A0}\r\n".utf8), .empty),
            ([0xEF, 0xBB, 0xBF], .empty),
            ([0x89, 0x50, 0x4E, 0x47, 0x00], .binary(offset: 4)),
            ([0xFF, 0xFE, 0x41, 0x00], .otherEncoding("UTF-16")),
            ([0xFE, 0xFF, 0x00, 0x41], .otherEncoding("UTF-16")),
            ([0xFF, 0xFE, 0x00, 0x00], .otherEncoding("UTF-32")),
            (Array("A\nB ".utf8) + [0xE9, 0x20], .notUTF8(line: 2, offset: 4)),
            (Array("A\n".utf8) + [0xE2, 0x80], .notUTF8(line: 2, offset: 2)),
        ] as [([UInt8], PageParser.ParseError)]
    )
    func `says why it cannot read`(bytes: [UInt8], expected: PageParser.ParseError) {
        #expect(throws: expected) { try PageParser.parse(bytes) }
        #expect(expected.description.hasSuffix("."))
    }

    @Test(arguments: 0..<300)
    func `never crashes and keeps its promises`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "1.", "2.", "  ", "\t", "•", "-", "(1)", "Word. More.", "\n", "\n\n", "\r\n", "\u{A0}", "a)",
            "A statement from X on Y", "…", "\u{301}",
        ]
        let text = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
        guard let page = try? PageParser.parse(Array(text.utf8)) else { return }
        #expect(page.paragraphs.map(\.paragraph.index) == Array(0..<page.paragraphs.count).map { $0 + 1 })
        #expect(Set(page.comments.map(\.label)).count == page.comments.count)
        let lines = page.paragraphs.map(\.line) + page.parsedComments.flatMap { $0.paragraphs.map(\.line) }
        #expect(lines == lines.sorted() && (lines.last ?? 0) <= page.source.lines)
    }

    @Test(.timeLimit(.minutes(1)))
    func `is fast on large and deep pages`() throws {
        let head = "Title\n\nBody. Text.\n\n  1. One.\n\n"
        let deep = (1...1_000).map { String(repeating: " ", count: 2 + 2 * $0) + "• Reply.\n\n" }.joined()
        #expect(try PageParser.parse(Array((head + deep).utf8)).comments.count == 1_001)
        let wide = (2...20_000).map { "  \($0). Comment.\n\n" }.joined()
        #expect(try PageParser.parse(Array((head + wide).utf8)).comments.count == 20_000)
    }

    private func parse(_ lines: String...) throws -> ParsedPage { try parse(lines) }

    private func parse(_ lines: [String]) throws -> ParsedPage {
        try PageParser.parse(Array(lines.joined(separator: "\n").utf8))
    }
}
