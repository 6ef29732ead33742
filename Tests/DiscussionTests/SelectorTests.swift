import Discussion
import Testing

@Suite struct `The selectors of a quotation` {
    @Test func `say where each address of the seed stands`() throws {
        let statement = try Seeds.statement()
        #expect(statement.everyAddress.count == 504)
        try check(statement)
    }

    @Test(arguments: MadeUp.scripts)
    func `say where passages of any script stand`(text: String) throws {
        try check(MadeUp.statement(text))
        try check(MadeUp.statement(text, title: "T", standfirst: text, caption: "👩‍👩‍👧‍👧"))
    }

    @Test(arguments: 0..<50)
    func `say where passages of anything stand`(seed: Int) throws {
        try check(MadeUp.statement(`Segmentation of anything`.text(seed: seed), caption: "C"))
    }

    @Test func `of a comment are about its own words`() throws {
        let page = try Seeds.page()
        #expect(page.comments.count == 5)
        for comment in page.comments {
            let quotation = comment.quotation(in: page.statement)
            let text = comment.paragraphs.map(\.text).joined(separator: "\n")
            try check(quotation, in: Array(text.unicodeScalars))
            #expect(quotation.selectors.position.end == text.unicodeScalars.count)
        }
    }

    @Test func `are empty where there are no words`() throws {
        let selectors = try MadeUp.statement("One.").quotation(of: .title).selectors
        #expect(selectors.position.start == 0 && selectors.position.end == 0)
        #expect(selectors.quote.exact + selectors.quote.prefix + selectors.quote.suffix == "")
    }

    @Test func `join paragraphs with line feeds`() throws {
        let statement = MadeUp.statement("One. Two.\nThree. Four.", title: "T")
        let selectors = try statement.quotation(of: PassageReference(parsing: "1.2-2.1")).selectors
        #expect(selectors.quote.exact == "Two.\nThree.")
        #expect(selectors.quote.prefix == "T\nOne. " && selectors.quote.suffix == " Four.")
        #expect(selectors.position.start == 7 && selectors.position.end == 18)
    }

    @Test func `come with the revision that the words were looked up in`() throws {
        let revision = StatementRevision(number: 2, importedAt: nil, digest: "d")
        let page = try Seeds.page()
        #expect(try page.statement.quotation(of: .title).revision == nil)
        #expect(try page.statement.at(revision).quotation(of: .title).revision == revision)
        #expect(page.comments[0].quotation(in: page.statement.at(revision)).revision == revision)
    }

    private func check(_ statement: Statement) throws {
        let text = statement.joinedText
        for reference in statement.everyAddress {
            try check(statement.quotation(of: reference), in: text)
        }
    }

    private func check(_ quotation: Quotation, in text: [Unicode.Scalar]) throws {
        let (quote, position) = (quotation.selectors.quote, quotation.selectors.position)
        #expect(isSame(quote.exact, quotation.paragraphs.joined(separator: "\n").unicodeScalars))
        // Nothing has no place.
        guard !quote.exact.isEmpty else { return }
        #expect(isSame(quote.exact, text[position.start..<position.end]))
        #expect(isSame(quote.prefix, text[..<position.start].suffix(32)))
        #expect(isSame(quote.suffix, text[position.end...].prefix(32)))
    }

    /// Scalar for scalar, which strings do not compare.
    private func isSame(_ text: String, _ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        text.unicodeScalars.elementsEqual(scalars)
    }
}
