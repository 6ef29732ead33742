import Discussion
import Summaries
import Testing

@Suite struct `A summary` {
    private static let quarrel = comments([
        (
            "1", nil, "ada",
            "The new library should stay open on Sundays. Working people have no other day for it."
        ),
        ("1.1", "1", "bob", "Opening the library on Sundays costs more than the town can pay for staff."),
        (
            "2", nil, "cy",
            "Volunteers could keep the library open on Sundays without any costs. Hello to all!"
        ),
        (
            "3", nil, "ada",
            "Sundays matter, because the library is where families meet. Parking is a problem."
        ),
        ("4", nil, "ada", "The library has the only warm room in winter. Thanks for reading this."),
    ])

    @Test func `is made of sentences that stand in the comments word for word`() {
        let thread = CommentThread(Self.quarrel)
        let summary = SummariesTests.summary(of: Self.quarrel, about: "The library", words: 40)
        #expect(!summary.sentences.isEmpty)
        for chosen in summary.sentences {
            let paragraph = thread[chosen.comment]?.paragraphs[chosen.paragraph - 1]
            #expect(paragraph?.sentences[chosen.sentence - 1].text == chosen.text)
        }
    }

    @Test(arguments: [1, 5, 12, 20, 40, 100, 1_000_000])
    func `never has more words than allowed`(limit: Int) {
        let summary = SummariesTests.summary(of: Self.quarrel, words: limit)
        #expect(summary.sentences.reduce(0) { $0 + Words.count(in: $1.text) } <= limit)
    }

    @Test func `is the same each time`() {
        let first = summary(of: Self.quarrel, about: "The library", words: 40)
        for _ in 0..<5 {
            #expect(summary(of: Self.quarrel, about: "The library", words: 40) == first)
        }
    }

    @Test func `stands in the order of the thread`() {
        let shuffled = [Self.quarrel[0], Self.quarrel[2], Self.quarrel[3], Self.quarrel[1]]
        let summary = SummariesTests.summary(of: shuffled, words: 60)
        let labels = summary.sentences.map(\.comment.rawValue)
        #expect(labels == labels.sorted())
        #expect(labels.contains("1.1"))
    }

    @Test func `gives one voice at most half of the room`() {
        let many = (1...30).map { number in
            (
                label: "\(number)", parent: String?.none, author: String?.some("ada"),
                text: "The harbour needs dredging number\(number) before every winter storm arrives."
            )
        }
        let other = (
            label: "31", parent: String?.none, author: String?.some("bob"),
            text: "Bob would rather spend the harbour money on a school."
        )
        let summary = SummariesTests.summary(of: comments(many + [other]), about: "The harbour", words: 40)
        let words = summary.sentences.filter { $0.comment.rawValue != "31" }
            .reduce(0) { $0 + Words.count(in: $1.text) }
        #expect(words <= 20)
        #expect(summary.sentences.contains { $0.comment.rawValue == "31" })
    }

    @Test func `hears both sides of an exchange`() {
        let summary = SummariesTests.summary(of: Self.quarrel, about: "The library on Sundays", words: 50)
        #expect(summary.sentences.contains { $0.comment.rawValue == "1" })
        #expect(summary.sentences.contains { $0.comment.rawValue == "1.1" })
    }

    @Test func `says nothing twice`() {
        let same = comments([String](repeating: "The river must be cleaned by the town itself.", count: 12))
        #expect(summary(of: same, words: 100).sentences.count == 1)
    }
}

@Suite struct `A summary of little` {
    @Test(arguments: [
        [], [""], ["👍"], ["Yes."], ["> quoted only"], ["https://example.org/a/b"], ["12 34"], ["..."],
        ["a b c d"],
        ["```\nlet x = 1\n```"], ["|a|b|\n|-|-|"],
    ])
    func `is empty`(texts: [String]) {
        #expect(summary(of: comments(texts), words: 100).sentences == [])
    }

    @Test(arguments: [
        "A single comment can stand for itself",
        "Один комментарий может говорить сам за себя без перевода.",
        "تعليق واحد يمكن أن يتحدث عن نفسه هنا.",
    ])
    func `takes the only sentence there is`(text: String) {
        let summary = SummariesTests.summary(of: comments([text]), words: 100)
        #expect(summary.sentences.map(\.text) == [text])
    }

    @Test func `says how many words the shortest sentence has where none fits`() {
        let text = comments(["The town should plant a tree in every street that has none."])
        let summary = SummariesTests.summary(of: text, words: 5)
        #expect(summary.sentences == [])
        #expect(summary.wordsNeeded == 12)
    }

    @Test func `reads a long text without a full stop`() {
        let long = comments([String(repeating: "words without end ", count: 20_000)])
        #expect(summary(of: long, words: 100).sentences == [])
    }

    @Test func `reads a hundred thousand combining marks`() {
        let marks = comments([
            "The e" + String(repeating: "\u{301}", count: 100_000) + " is a letter with marks."
        ])
        #expect(summary(of: marks, words: 100).counts.read == 1)
    }
}
