import Discussion
import Foundation
import TestSupport

/// Words, names and threads that have broken archives.
enum Nasty {
    /// Each is one paragraph as it stands in an archive: white space is folded.
    static let words = [
        "<script>alert('x')</script> & &amp; &#60; <b>bold</b> <!-- no comment -->",
        "an end ]]> of a section, ]]>]]> and one with a mark: ]]>\u{0338}",
        "\"quotes\", 'single', “curly”, a comma, and; a semicolon", "=1+1", "+cmd|' /C calc'!A0",
        "-2+3", "@SUM(1)", "'=already", "'tis nothing", "＝1",
        "שלום עולם, this is \u{202E}turned\u{202C} around",
        "control\u{1}char\u{8}acters\u{0B}and\u{0}nothing\u{1F}here\u{7F}and\u{85}there",
        "not even characters: \u{FFFE}\u{FFFF}\u{FEFF} end", "a dash -- and --- more ... dots….",
        "👩‍👩‍👧‍👦 🇺🇦 e\u{301} é 𝔘𝔫𝔦 :smile: :+1: 12:30",
        "# no heading", "## no heading either ##", "- no list", "* no list", "+ no list", "1. no list",
        "12) no list", "(a) no list", "iv. no list", "#. no list", "(@x) no list", "A.  no list",
        "> no quotation", "    no code", "``` no code", "`no` ~~~ code", "~~ no ~~ ~strike~ H~2~O x^2^",
        "| no | table |", "|---|---|", "---", "===", "***", "___", "--- | ---", "+---+---+",
        ": no definition",
        "::: no div", "[no link](http://example.org) ![no](picture.png)", "[^1] no note ^[inline]",
        "[^1]: no note",
        "[no]: http://example.org \"reference\"", "<http://example.org> <a@b.example>",
        "http://example.org/a_b_c?x=1&y=2 www.example.org ada@example.org",
        "$no$ math $$no$$ \\(no\\) \\[no\\]",
        "\\begin{x} \\newpage \\ \\\\ C:\\new\\table", "*no* _no_ **no** __no__ a_b_c",
        "@ada, @[no], -@citation",
        "{#no .attribute key=value} `x`{=html}", "% no title", "Table: no caption", "<div>", "</p><p>",
        "[gallery ids=\"1\"] [caption]x[/caption]", "a\u{200B}b\u{200D}c\u{2060}d", "C# and F#", "#", "\\",
        "*", "1.",
        "‘tis ‘so’, isn’t it ‘", "null", "NaN", "{\"type\":\"comment\"}", "%s %d %n", "../../etc/passwd",
        "Dr. Who, e.g. p. 4",
    ]

    static let names = [
        "Ada", "<b>Bob</b> & ]]> Co.", "=HYPERLINK(\"http://example.org\")", "@carol:example.org", "-dash",
        "+plus", "Дарья \"D\" O'Neil, Jr.", "# *star* [link](x)", "שרה", "1. Frank", "👩‍👩‍👧", "Nul\u{0}Nul",
    ]

    private static let revision = StatementRevision(
        number: 2,
        importedAt: Date(timeIntervalSince1970: 1_700_000_000),
        digest: "ab12"
    )

    static let statement = Statement(
        title: "On <war> & \"peace\" ]]> [x]",
        standfirst: "A *statement* -- by <nobody>",
        caption: Paragraph(index: 0, segmenting: "A picture ]]> of & nothing"),
        paragraphs: Paragraph.paragraphs(
            of: "First one. Second one.\n[gallery] <i>Third</i> & 1 ]]> 0.\n# Fourth."
        ),
        publisher: "A & B <c>",
        sourceURL: "https://example.org/statement?a=1&b=\"2\""
    )
    .at(revision)

    /// Statement 0 has no text, 1 is ``statement``, 2 has nasty words in a chain, and 3 no comments.
    static func archive() throws -> ArchiveFromZero {
        let rooms = Statement(
            title: "Rooms",
            standfirst: nil,
            caption: nil,
            paragraphs: [],
            publisher: nil,
            sourceURL: nil
        )
        return try ArchiveFromZero(
            archive: ArchiveInMemory([
                (rooms, [comment("c1", "Said anywhere."), comment("c2", "And there.", parent: "c1")]),
                (statement, threads()), (Statement(text: "No title.\nTwo."), chain),
                (Statement(text: "Nobody said anything."), []),
            ])
        )
    }

    /// Passages of this and of an earlier revision, places without words, answers, edits, signs, missing names and dates.
    private static func threads() throws -> [Discussion.Comment] {
        [
            try comment("1", "About it.", by: "Ada", passage: "1.2"),
            try comment("2", "About all of it. And the caption.", passage: "1-2", revision: 2),
            try comment("3", "About earlier words.", passage: "1.1", revision: 1),
            try comment("4", "About no words.", passage: "9.9"),
            try comment("5", "About the caption.", passage: "caption"),
            comment("6", "", isRemoved: true),
            comment("6.1", "An answer to nothing.", parent: "6", at: 1_750_000_000.25),
            try comment(
                "6.1.1",
                "An answer about a passage.\nOf two paragraphs.",
                parent: "6.1",
                passage: "3"
            ),
            comment("1.1", "An answer.", parent: "1", by: "Ada", at: 1_750_000_000, isEdited: true),
            comment("7", "Before all.", at: -1_000_000_000.5),
            comment("8", "After all.", at: 1e15),
            comment("8.1", "An answer.", parent: "8"), comment("8.1.1", "An answer.", parent: "8.1"),
            comment("8.2", "An answer beside the first.", parent: "8"),
        ]
    }

    /// Every one of ``words``, each an answer to the last; all names; and words that are longer than WordPress takes.
    private static let chain: [Discussion.Comment] = {
        let short = words.enumerated().map { number, words in
            comment(
                "c\(number + 1)",
                words + (number % 3 == 0 ? "\n" + words : ""),
                parent: number % 10 == 0 ? nil : "c\(number)",
                by: names[number % names.count],
                at: Double(1_760_000_000 + number)
            )
        }
        let many = (1...8_000).map { "word\($0) <" }.joined(separator: " ")
        return short + [
            comment("c900", String(repeating: "x&", count: 51_200), by: "Long"),
            comment("c901", "Short.\n" + many + "\n" + many + "\nEnd.", parent: "c900", by: "Long"),
            comment("c902", "An answer to that.", parent: "c901", by: "Short"),
        ]
    }()

    private static func comment(
        _ label: String,
        _ text: String,
        parent: String? = nil,
        by author: String? = nil,
        passage: String,
        revision: Int? = nil
    ) throws -> Discussion.Comment {
        comment(
            label,
            text,
            parent: parent,
            by: author,
            passage: try PassageReference(parsing: passage),
            revision: revision
        )
    }

    private static func comment(
        _ label: String,
        _ text: String,
        parent: String? = nil,
        by author: String? = nil,
        at instant: Double? = nil,
        passage: PassageReference? = nil,
        revision: Int? = nil,
        isEdited: Bool = false,
        isRemoved: Bool = false
    ) -> Discussion.Comment {
        Comment(
            label: CommentLabel(label),
            parent: parent.map { CommentLabel($0) },
            passage: passage,
            author: author,
            paragraphs: Paragraph.paragraphs(of: text),
            origin: label.hasPrefix("c") ? .chat : .page,
            writtenAt: instant.map { Date(timeIntervalSince1970: $0) },
            isEdited: isEdited,
            isRemoved: isRemoved,
            reactions: isEdited ? [.init(key: "👍", count: 3), .init(key: "*no* <b>", count: 1)] : [],
            revision: revision
        )
    }
}
