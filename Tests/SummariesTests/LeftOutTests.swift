import Discussion
import Summaries
import Testing

@Suite struct `What a summary leaves out` {
    private func chosen(_ texts: [String], about statement: String = "") -> [String] {
        summary(of: comments(texts), about: statement).sentences.map(\.text)
    }

    @Test(arguments: [
        "Write to ada@example.org if you want to help the harbour.",
        "Call the harbour office on +44 20 7946 0958 before you come.",
        "Call the harbour office on (020) 7946-0958 before you come.",
        "The harbour office moved to 12 Long Street in the winter.",
    ])
    func `is a sentence with contact details`(text: String) {
        let summary = SummariesTests.summary(of: comments([text]))
        #expect(summary.sentences == [])
        #expect(summary.counts.withheldSentences == 1)
    }

    @Test(arguments: [
        "In 2014 the harbour had 1,200 boats at 3.5 metres of water.",
        "Ask @ada about the harbour before the winter storms arrive.",
    ])
    func `is no other number or name`(text: String) {
        #expect(chosen([text]) == [text])
    }

    @Test func `is a removed comment`() {
        let summary = SummariesTests.summary(of: comments(["", "The harbour needs a new wall."]))
        #expect(summary.counts.removed == 1)
        #expect(summary.counts.read == 1)
        #expect(summary.account == "Read 1 comment, author unknown; quotes 1; 1 not read: deleted.")
    }

    @Test func `is a quoted line, and a signature`() {
        let mail = """
            > The harbour needs a new wall before the winter.
            The wall would cost more than all the boats.
            --
            Ada of the Harbour, who likes long signatures
            """
        #expect(chosen([mail]) == ["The wall would cost more than all the boats."])
    }

    @Test func `is what was introduced as somebody else's, until the commenter speaks again`() {
        let leaflet = """
            We handed out a leaflet at the harbour. The leaflet continues:
            The rich have bought the harbour and left nothing for us.
            They will buy the beach as well.
            I believe that the harbour can still be saved.
            """
        #expect(
            chosen([leaflet])
                == [
                    "We handed out a leaflet at the harbour.",
                    "I believe that the harbour can still be saved.",
                ]
        )
    }

    @Test func `is nothing that follows a heading of the commenter's own`() {
        let text = "A good article\nThe harbour can still be saved by the town."
        #expect(chosen([text]) == ["The harbour can still be saved by the town."])
    }

    @Test func `is what stands in quotation marks as a whole`() {
        #expect(chosen(["“The harbour is lost for ever. Nobody will save the boats.”"]) == [])
    }

    @Test func `is what somebody else said before`() {
        let first = "The harbour needs a new wall."
        #expect(chosen([first, "\(first) The town has no money for walls."]).count { $0 == first } == 1)
    }

    @Test func `is a sentence of the statement`() {
        #expect(chosen(["The harbour is closed today."], about: "The harbour is closed today.") == [])
    }

    @Test(arguments: [
        ("The wall is too old. But it can be repaired by masons.", 2),
        ("The fishermen left last winter. They moved to the northern harbours.", 2),
        ("The wall is too old. The fishermen left the harbour last winter.", 1),
    ])
    func `is a sentence without the one it leans on`(text: String, fewest: Int) throws {
        let second = try #require(Paragraph(index: 1, segmenting: text).sentences.last)
        for limit in 1...30 {
            let summary = SummariesTests.summary(of: comments([text]), words: limit)
            guard summary.sentences.contains(where: { $0.text == second.text }) else { continue }
            #expect(summary.sentences.count >= fewest)
        }
        #expect(chosen([text]).count == 2)
    }

    @Test func `is a sentence that leans on somebody else's comment`() {
        let rows = comments([
            ("1", nil, nil, "The fishermen left the harbour last winter."),
            ("1.1", "1", nil, "They were paid to leave by the town."),
        ])
        let summary = SummariesTests.summary(of: rows)
        #expect(summary.sentences.map(\.comment.rawValue) == ["1"])
    }
}

@Suite struct `The last line of a summary` {
    private func account(read: Int, people: Int?, unnamed: Int, removed: Int = 0, wordless: Int = 0) -> String
    {
        var counts = Summary.Counts()
        counts.read = read
        counts.people = people
        counts.unnamed = unnamed
        counts.removed = removed
        counts.wordless = wordless
        return Summary(groups: [], counts: counts, wordsNeeded: nil).account
    }

    @Test func `tells the truth`() {
        #expect(account(read: 5, people: nil, unnamed: 5) == "Read 5 comments, authors unknown; quotes 0.")
        #expect(
            account(read: 41, people: 17, unnamed: 0, removed: 3)
                == "Read 41 comments by 17 people; quotes 0; 3 not read: deleted."
        )
        #expect(
            account(read: 7, people: 1, unnamed: 5, wordless: 2)
                == "Read 7 comments, 2 by 1 person, 5 by unknown authors; quotes 0; 2 without words of their own."
        )
    }

    @Test func `names every reason`() {
        var counts = Summary.Counts()
        counts.read = 3
        counts.people = 2
        counts.unnamed = 1
        counts.wordless = 1
        counts.repeating = 2
        counts.tooLong = 1
        counts.otherLanguages = ["German": 2, "French": 1]
        counts.withheldSentences = 1
        counts.leftOut = [.hidden: 1, .banned: 2, .recent: 4]
        #expect(
            Summary(groups: [], counts: counts, wordsNeeded: nil).account
                == "Read 3 comments, 2 by 2 people, 1 by an unknown author; quotes 0; 2 only repeat others word "
                + "for word; 1 without words of its own; 1 too long, only its beginning read; 3 in other "
                + "languages: German, French; 1 sentence with contact details left out; 1 not read: hidden; "
                + "2 not read: by people banned since; 4 not read yet: too recent."
        )
    }
}
