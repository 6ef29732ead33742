import Discussion
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

    @Test func `go to the page where nothing tells a passage from another`() throws {
        let twice = [
            Paragraph(index: 1, segmenting: "Peace now."), Paragraph(index: 2, segmenting: "Peace now."),
        ]
        let statement = Statement(
            title: "T",
            standfirst: nil,
            caption: nil,
            paragraphs: twice,
            publisher: nil,
            sourceURL: "https://a.b/"
        )
        #expect(
            try statement.quotation(of: PassageReference(parsing: "1")).link
                == "https://a.b/#:~:text=Peace%20now."
        )
        #expect(try statement.quotation(of: PassageReference(parsing: "2")).link == "https://a.b/")
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
