import Discussion
import TestSupport
import Testing

@Suite struct `Words quoted from another revision` {
    private func resolution(_ address: String, of old: Statement, in new: Statement) throws -> Resolution {
        try new.resolution(of: old.quotation(of: PassageReference(parsing: address)))
    }

    private func moved(to address: String) throws -> Resolution {
        .moved(to: try PassageReference(parsing: address))
    }

    @Test func `stand where they stood while nothing changes`() throws {
        let page = try Seeds.page()
        for reference in page.statement.everyAddress {
            #expect(try page.statement.resolution(of: page.statement.quotation(of: reference)) == .exact)
        }
        for comment in page.comments {
            #expect(page.statement.resolution(of: comment.quotation(in: page.statement)) == .exact)
        }
    }

    @Test func `are followed where paragraphs change places`() throws {
        let old = try Seeds.statement()
        let reversed = MadeUp.statement(
            old.paragraphs.reversed().map(\.text).joined(separator: "\n"),
            title: old.title,
            caption: old.caption?.text
        )
        for paragraph in old.paragraphs {
            let number = 9 - paragraph.index
            #expect(try resolution("\(paragraph.index)", of: old, in: reversed) == moved(to: "\(number)"))
            for sentence in paragraph.sentences {
                let address = "\(paragraph.index).\(sentence.index)"
                #expect(
                    try resolution(address, of: old, in: reversed) == moved(to: "\(number).\(sentence.index)")
                )
            }
        }
        #expect(try resolution("title", of: old, in: reversed) == .exact)
        #expect(try resolution("standfirst", of: old, in: reversed) == .gone(copies: 0))
        #expect(try resolution("caption", of: old, in: reversed) == .exact)
        #expect(try resolution("1-2", of: old, in: reversed) == .gone(copies: 0))
    }

    @Test(arguments: [
        // Before, inside and behind.
        ("One. Two.", "1.2", "Zero. One. Two.", "1.3"),
        ("One. Two.", "1.1", "One. And a half. Two.", "exact"),
        ("One. Two.", "1.2", "One. And a half. Two.", "1.3"),
        ("One. Two.", "1", "One. And a half. Two.", "gone 0"),
        ("One. Two.", "1", "One. Two. Three.", "1.1-2"), ("One. Two.", "1.1-2", "One. Two. Three.", "exact"),
        ("One. Two.", "1.2", "One. Two!", "gone 0"), ("One here. Two.", "1.1", "One there. Two.", "gone 0"),
        ("One. Two.", "1.1", "New.\nOne. Two.", "2.1"), ("One. Two.", "1", "New.\nOne. Two.", "2"),
        ("One.\nTwo.", "2", "Two.", "1"), ("One.\nTwo.", "2.1", "Two.", "1.1"),
        // Over the borders of paragraphs.
        ("One.\nTwo.", "1-2", "Zero.\nOne.\nTwo.", "2-3"),
        ("One.\nTwo.", "1-2", "One.\nNew.\nTwo.", "gone 0"),
        ("Ada. One.\nTwo. Bo.", "1.2-2.1", "One.\nTwo.", "1.1-2.1"),
        ("One.\nTwo.", "1-2", "One. Two.", "gone 0"),
        ("One.\nTwo.\nThree.", "1-2", "One.\nTwo.\nThree.", "exact"),
        // Sentences that became one, and one that became two.
        ("We left. They stayed.", "1.2", "We left; They stayed.", "1.1"),
        ("We left. They stayed.", "1.1", "We left. they stayed.", "exact"),
        ("We left; They stayed.", "1.1", "We left. They stayed.", "gone 0"),
        ("See him. Jones left. She did.", "1.3", "See Mr. Jones. She did.", "1.2"),
        // No part of a word or of a number.
        ("War.\nPeace", "2", "War.\nPeaceful", "gone 0"),
        ("War.\nPeace", "2", "War.\nPeace\u{301}", "gone 0"),
        ("War.\nWe have 3.", "2", "War.\nWe have 3.5 of it.", "gone 0"), ("A.\n争", "2", "A.\n战争", "gone 0"),
        ("A.\n👩", "2", "A.\n👩‍👧", "gone 0"), ("A.\n是。", "2", "A.\n不，是。", "exact"),
        ("They hurt class.Campism at its worst.", "1.2", "They hurt class.Campism at its worst.", "exact"),
        ("They hurt class.Campism at its worst.", "1.2", "X.\nThey hurt class.Campism at its worst.", "2.2"),
        // Composed and decomposed letters are not the same.
        ("Caf\u{E9}.", "1", "Cafe\u{301}.", "gone 0"),
    ])
    func `are found where they stand`(old: String, address: String, new: String, expected: String) throws {
        let found = try resolution(address, of: MadeUp.statement(old), in: MadeUp.statement(new))
        switch expected.split(separator: " ").first {
        case "exact": #expect(found == .exact)
        case "gone": #expect(found == .gone(copies: 0))
        default: #expect(try found == moved(to: expected))
        }
    }

    @Test func `are followed between title, standfirst, caption and body`() throws {
        let old = MadeUp.statement("Body.", title: "Peace now", standfirst: "By all.", caption: "A picture.")
        let shuffled = MadeUp.statement("A picture.\nPeace now", title: "By all.", standfirst: "Body.")
        #expect(try resolution("title", of: old, in: shuffled) == moved(to: "2"))
        #expect(try resolution("standfirst", of: old, in: shuffled) == moved(to: "title"))
        #expect(try resolution("caption", of: old, in: shuffled) == moved(to: "1"))
        #expect(try resolution("1.1", of: old, in: shuffled) == moved(to: "standfirst"))
        let longer = MadeUp.statement("Body.", title: "Peace now, at last", standfirst: "By all.")
        // The smallest address that holds them is the same.
        #expect(try resolution("title", of: old, in: longer) == .exact)
        // They run from the standfirst into the body.
        let joined = MadeUp.statement("Body.\nMore.")
        let split = MadeUp.statement("More.", title: "T", standfirst: "Body.")
        #expect(try resolution("1-2", of: joined, in: split) == .gone(copies: 1))
    }

    @Test func `are told apart by paragraphs that stand once`() throws {
        let old = MadeUp.statement("Start here.\nPeace. Now.\nThe end of it all.")
        let new = MadeUp.statement("Peace. Later.\nNothing else.\nPeace. Now.\nPeace. War.")
        #expect(try resolution("2.1", of: old, in: new) == moved(to: "3.1"))
        #expect(try resolution("2", of: old, in: new) == moved(to: "3"))
        let alone = MadeUp.statement("Start here.\nPeace.\nThe end of it all.")
        let among = MadeUp.statement("They say: Peace. Later.\nSome say: Peace.\nPeace.\nPeace. Or not.")
        #expect(try resolution("2", of: alone, in: among) == moved(to: "3"))
        let twice = MadeUp.statement("Peace. Now.\nNothing else.\nPeace. Now.")
        #expect(try resolution("2.1", of: old, in: twice) == .gone(copies: 2))
    }

    @Test func `are told apart by what stands around them`() throws {
        let lines = ["a", "b", "c"].map { letter in
            let around = String(repeating: letter, count: 40)
            return "So said \(around). We agree. Then came \(around)."
        }
        let old = MadeUp.statement(lines.joined(separator: "\n"))
        let new = MadeUp.statement(([lines[2], "New."] + lines.prefix(2)).joined(separator: "\n"))
        #expect(try resolution("1.2", of: old, in: new) == moved(to: "3.2"))
        #expect(try resolution("3.2", of: old, in: new) == moved(to: "1.2"))
        let edited = MadeUp.statement(
            new.paragraphs.map(\.text).joined(separator: "\n").replacing("came aaa", with: "came aba")
        )
        #expect(try resolution("1.2", of: old, in: edited) == .gone(copies: 3))
    }

    @Test(arguments: [" ", "\n"])
    func `are not guessed where they stand forty times`(separator: String) throws {
        let old = MadeUp.statement("Begin. Peace. Go on with other words.\nEnd.")
        let forty = Array(repeating: "Peace.", count: 40).joined(separator: separator)
        let new = MadeUp.statement("Begin.\n\(forty)\nEnd.")
        #expect(try resolution("1.2", of: old, in: new) == .gone(copies: 40))
        let middle = separator == " " ? "2.20" : "20"
        #expect(try resolution(middle, of: new, in: new) == .gone(copies: 40))
        // The first stands behind other words.
        #expect(try resolution(separator == " " ? "2.1" : "2", of: new, in: new) == .exact)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["a ", "peace. ", "a\n", "a.b ", "\u{E9}\u{301} "])
    func `are looked for in time that grows with the text`(piece: String) throws {
        let text = MadeUp.statement(String(repeating: piece, count: 20_000) + "x", title: "T")
        let half = MadeUp.statement(String(repeating: piece, count: 10_000))
        let whole = half.paragraphs.count == 1 ? "1" : "1-\(half.paragraphs.count)"
        guard case .gone(let copies) = try resolution(whole, of: half, in: text) else {
            Issue.record("nothing tells the copies apart")
            return
        }
        #expect(copies >= 5_000)
    }
}
