import Discussion
import Foundation
import TestSupport
import Testing

@Suite struct `Links to a passage` {
    private static let url = "https://rs21.org.uk/statement"

    @Test(arguments: [
        (
            "4.1",
            "text=Russian%20imperialism%20is%20not%20a%20%E2%80%98lesser%20evil%E2%80%99%20in%20this%20conflict."
        ),
        ("title", "text=On%20the%20invasion%20of%20Ukraine"),
        ("2-3", "text=We%20condemn%20the,fires%20of%20nationalism."),
        ("6.4", "text=Sanctions%20will%20not%20end%20this%20conflict%2C%20only%20prolong%20it."),
    ])
    func `name its words`(address: String, directive: String) throws {
        #expect(try link(address) == "\(Self.url)#:~:\(directive)")
    }

    @Test func `name a long passage by its ends`() throws {
        #expect(
            try link("7")
                == "\(Self.url)#:~:text=Socialists%20across%20Europe,people%20fighting%20occupation."
        )
    }

    @Test func `add words where others are alike`() throws {
        let body = "We agree. That is all. We left. That is all."
        let statement = Statement(
            title: "T",
            standfirst: nil,
            caption: nil,
            paragraphs: [Paragraph(index: 1, segmenting: body)],
            publisher: nil,
            sourceURL: "https://a.b/#top"
        )
        let link = try statement.quotation(of: PassageReference(parsing: "1.4")).link
        #expect(link == "https://a.b/#top:~:text=left.-,That%20is%20all.")
    }

    @Test func `are widened to whole words`() throws {
        let statement = Statement(
            title: "T",
            standfirst: nil,
            caption: nil,
            paragraphs: [
                Paragraph(index: 1, segmenting: "They hurt the working class.Campism at its worst.")
            ],
            publisher: nil,
            sourceURL: "https://a.b/"
        )
        #expect(
            try statement.quotation(of: PassageReference(parsing: "1.1")).link
                == "https://a.b/#:~:text=They%20hurt%20the%20working%20class.Campism"
        )
    }

    @Test func `add words of the paragraphs around where nothing else helps`() throws {
        let lines = MadeUp.statement("Peace now.\nPeace now.\nPeace now.\nEnd.", url: "https://a.b/")
        let links = try (1...3).map { try lines.quotation(of: PassageReference(parsing: "\($0)")).link }
        // A browser takes the first.
        #expect(
            links == [
                "https://a.b/#:~:text=Peace%20now.", "https://a.b/#:~:text=now.-,Peace%20now.,-Peace",
                "https://a.b/#:~:text=Peace%20now.,-End.",
            ]
        )
    }

    @Test func `go to the page where nothing tells a passage from another`() throws {
        let statement = MadeUp.statement("Peace.\nPeace.\nPeace.", url: "https://a.b/")
        #expect(try statement.quotation(of: PassageReference(parsing: "3")).link == "https://a.b/")
        let word = MadeUp.statement(String(repeating: "a", count: 5000), url: "https://a.b/")
        #expect(try word.quotation(of: PassageReference(parsing: "1")).link == "https://a.b/")
        let long = Array(repeating: "Peace.", count: 100).joined(separator: " ")
        let endless = MadeUp.statement("\(long)\n\(long)", url: "https://a.b/")
        #expect(try endless.quotation(of: PassageReference(parsing: "1.80")).link == "https://a.b/")
    }

    @Test(arguments: [
        // A letter beside it makes it another word; an accent or a capital does not.
        ("Owe. We.", "1.2", "We."), ("Resumes. Resume.", "1.2", "Resume."),
        ("Résumé. Resume.", "1.2", "Résumé.-,Resume."),
        ("WE. We.", "1.2", "WE.-,We."), ("NATO는. NATO", "1.2", "NATO는.-,NATO"),
        // Of twenty the third; and the one that more stand before than are said as a rule.
        (Array(repeating: "We.", count: 20).joined(separator: " "), "1.3", "We. We.-,We."),
        (
            Array(repeating: "We.", count: 20).joined(separator: " "), "1.16",
            "\(Array(repeating: "We.", count: 15).joined(separator: " "))-,We."
        ),
        // Signs that are not seen: a browser does not pass over them.
        ("We. \u{200B} We. No.", "1.2", "\u{200B} We.,-No."), ("We. No.\u{200F}\nWe.", "2", nil),
        ("We. \u{200B}No. We.", "1.1", "We."),
        ("We. No\u{200F}. We.", "1.3", "No\u{200F}.-,We."), ("We. No.\u{200F}", "1.2", nil),
        ("今天很冷。你呢？今天很冷。", "1.3", "你呢？-,今天很冷。"), ("…", "1", "…"),
    ])
    func `are as long as they must be`(text: String, address: String, words: String?) throws {
        let statement = MadeUp.statement(text, url: "https://a.b/")
        let link = try statement.quotation(of: PassageReference(parsing: address)).link
        #expect(link?.removingPercentEncoding == "https://a.b/" + (words.map { "#:~:text=\($0)" } ?? ""))
    }

    @Test func `to a comment see those before it`() throws {
        let texts = ["I agree.", "I agree.", "I do not."]
        let comments = texts.enumerated().map { pageComment("\($0 + 1)", $1) }
        let statement = MadeUp.statement("A statement.", url: "https://a.b/")
        let thread = CommentThread(comments)
        let links = try comments.map { try thread.quotation(of: $0.label, in: statement).link }
        #expect(
            links == [
                "https://a.b/#:~:text=I%20agree.", "https://a.b/#:~:text=agree.-,I%20agree.",
                "https://a.b/#:~:text=I%20do%20not.",
            ]
        )
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["a ", "peace. ", "a\n", "战。", "e\u{301}"])
    func `are made in time that grows with the page`(piece: String) throws {
        let statement = MadeUp.statement(String(repeating: piece, count: 20_000), url: "https://a.b/")
        for address in ["1", "1.1"] {
            #expect(try statement.quotation(of: PassageReference(parsing: address)).link != nil)
        }
    }

    @Test func `have only signs that a link may have`() throws {
        let statement = try Seeds.statement(sourceURL: Self.url)
        for (number, paragraph) in zip(1..., statement.paragraphs) {
            for sentence in 1...paragraph.sentences.count {
                let place = PassagePlace(paragraph: number, sentence: sentence)
                let link = try #require(try statement.quotation(of: .statement(PassageRange(place))).link)
                #expect(link.hasPrefix("\(Self.url)#:~:text="))
                let allowed = link.dropFirst(Self.url.count + 3).allSatisfy {
                    $0.isASCII && !" \"<>&".contains($0)
                }
                #expect(allowed)
            }
        }
    }

    private func link(_ address: String) throws -> String? {
        try Seeds.statement(sourceURL: Self.url).quotation(of: PassageReference(parsing: address)).link
    }
}
