import Discussion
import Testing

@Suite struct `Quotations` {
    @Test(arguments: [
        ("4.1", ["Russian imperialism is not a ‘lesser evil’ in this conflict."], "paragraph 4, sentence 1"),
        (
            "1",
            [
                "Russia has invaded Ukraine. The imperialist rivalry between the key NATO powers and the Russian state has spilled over into war and a deepening crisis."
            ], "paragraph 1"
        ),
        (
            "3.2-3",
            [
                "The Ukrainian people, including ethnic Russians and other ethnicities can live together in peace. Together they could confront the rival imperialisms which stoke the fires of nationalism."
            ], "paragraph 3, sentences 2 to 3"
        ),
        (
            "1.2-2.1",
            [
                "The imperialist rivalry between the key NATO powers and the Russian state has spilled over into war and a deepening crisis.",
                "We condemn the Russian invasion of Ukraine.",
            ], "paragraph 1, sentence 2 to paragraph 2, sentence 1"
        ),
        ("title", ["On the invasion of Ukraine"], "title"),
        (
            "standfirst",
            [
                "A statement from the rs21 Steering Group on the inter-imperialist war currently being waged in Ukraine."
            ], "standfirst"
        ),
        (
            "caption",
            [
                "Ukrainian soldiers train with javelin missile systems in Donbas. These are arms supplied to Ukraine by NATO."
            ], "caption of the picture"
        ),
    ])
    func `have the exact words and say where they stand`(address: String, paragraphs: [String], part: String)
        throws
    {
        let quotation = try Seeds.statement().quotation(of: PassageReference(parsing: address))
        #expect(quotation.paragraphs == paragraphs)
        #expect(
            quotation.source == "On the invasion of Ukraine (rs21 Steering Group): the statement, \(part)"
        )
        #expect(quotation.reference.description == address)
        #expect(quotation.link == nil)
    }

    @Test func `of several paragraphs keep them apart`() throws {
        let quotation = try Seeds.statement().quotation(of: PassageReference(parsing: "1-3"))
        #expect(quotation.paragraphs.count == 3)
        #expect(quotation.text.split(separator: "\n\n").count == 3)
        #expect(quotation.source.hasSuffix("paragraphs 1 to 3"))
    }

    @Test func `keep what stands between two sentences`() throws {
        let comment = try #require(try Seeds.page().comments.first)
        #expect(comment.paragraphs[0].text.contains("class.Campism"))
        let statement = Statement(
            title: "T",
            standfirst: nil,
            caption: nil,
            paragraphs: comment.paragraphs,
            publisher: nil,
            sourceURL: nil
        )
        let quotation = try statement.quotation(of: PassageReference(parsing: "1.5-6"))
        #expect(quotation.text.contains("class.Campism at its worst."))
        #expect(quotation.source == "T: the statement, paragraph 1, sentences 5 to 6")
    }

    @Test(arguments: [
        ("19", "Paragraph 19 doesn't exist; this statement has 8.", "8"),
        ("7-19", "Paragraph 19 doesn't exist; this statement has 8.", "7-8"),
        ("19-22", "Paragraph 19 doesn't exist; this statement has 8.", "8"),
        ("19.3", "Paragraph 19 doesn't exist; this statement has 8.", "8"),
        ("4.9", "Paragraph 4 has 6 sentences; there is no 4.9.", "4.6"),
        ("4.2-9", "Paragraph 4 has 6 sentences; there is no 4.9.", "4.2-6"),
        ("1.1-2.9", "Paragraph 2 has 2 sentences; there is no 2.9.", "1.1-2.2"),
        ("#1", "#1 is a comment, not a part of the statement.", nil),
    ])
    func `say how far the statement goes`(address: String, message: String, nearest: String?) throws {
        let error = try #require(throws: PassageError.self) {
            try Seeds.statement().quotation(of: PassageReference(parsing: address))
        }
        #expect(error.description == message)
        #expect(error.suggestion?.description == nearest)
    }

    @Test func `say when there is nothing of a kind`() throws {
        let bare = Statement(
            title: "T",
            standfirst: nil,
            caption: nil,
            paragraphs: [],
            publisher: nil,
            sourceURL: nil
        )
        #expect(throws: PassageError.noStandfirst) { try bare.quotation(of: .standfirst) }
        #expect(throws: PassageError.noCaption) { try bare.quotation(of: .caption) }
        let error = try #require(throws: PassageError.self) {
            try bare.quotation(of: PassageReference(parsing: "1"))
        }
        #expect(error.description == "Paragraph 1 doesn't exist; this statement has none.")
        #expect(error.suggestion == nil)
    }

    @Test func `of comments name no author that is not known`() throws {
        let page = try Seeds.page()
        let reply = try CommentThread(page.comments).quotation(of: CommentLabel("1.1"), in: page.statement)
        #expect(
            reply.source == "On the invasion of Ukraine (rs21 Steering Group): comment 1.1, author not named"
        )
        #expect(reply.paragraphs.count == 3)
        #expect(reply.reference.description == "#1.1")
    }

    @Test func `of what was said in chat name who said it and have no link`() throws {
        let quotation = chat(isRemoved: false, isEdited: true).quotation(
            in: try Seeds.statement(sourceURL: "https://rs21.org.uk/x")
        )
        #expect(quotation.source.hasSuffix("comment c17 by @ada:demo, edited"))
        #expect(quotation.link == nil)
        #expect(
            chat(isRemoved: true, isEdited: false).quotation(in: try Seeds.statement()).source.hasSuffix(
                "comment c17, removed"
            )
        )
    }

    @Test func `of comments that are not there suggest the one above`() throws {
        let page = try Seeds.page()
        let thread = CommentThread(page.comments)
        let error = try #require(throws: PassageError.self) {
            try thread.quotation(of: CommentLabel("1.9"), in: page.statement)
        }
        #expect(error.description == "Comment #1.9 doesn't exist; this thread has 5 comments.")
        #expect(error.suggestion?.description == "#1")
        let far = try #require(throws: PassageError.self) {
            try thread.quotation(of: CommentLabel("9"), in: page.statement)
        }
        #expect(far.suggestion?.description == "#4")
    }

    private func chat(isRemoved: Bool, isEdited: Bool) -> Discussion.Comment {
        Discussion.Comment(
            label: CommentLabel("c17"),
            parent: nil,
            passage: nil,
            author: "@ada:demo",
            paragraphs: isRemoved ? [] : Paragraph.paragraphs(of: "I disagree."),
            origin: .chat,
            writtenAt: nil,
            isEdited: isEdited,
            isRemoved: isRemoved
        )
    }
}
