import Discussion
import Summaries
import Testing

@Suite struct `The choice of sentences` {
    private func labels(_ summary: Summary) -> [String] { summary.sentences.map(\.comment.rawValue) }

    @Test func `hears every comment before it hears one twice`() {
        let rows = (1...5).map { number in
            (
                label: "\(number)", parent: String?.none, author: String?.none,
                text: """
                The harbour wall number\(number) needs repair before the winter. \
                The town pays for the harbour wall number\(number) from the tax on boats.
                """
            )
        }
        for limit in stride(from: 60, through: 120, by: 5) {
            let heard = labels(summary(of: comments(rows), about: "The harbour wall", words: limit))
            if heard.count > 5 { #expect(Set(heard).count == 5, "\(limit) words") }
            if limit == 120 { #expect(heard.count > 5) }
        }
    }

    @Test func `gives the room that is left to those who were heard`() {
        let text =
            "The harbour wall needs repair before the winter. The town pays for all of it by a tax on boats."
        #expect(summary(of: comments([text]), words: 40).sentences.count == 2)
    }

    @Test func `brings what a reply answers`() {
        let rows = comments([
            ("1", nil, "ada", "My cat sleeps on the warm stones in the evening."),
            ("2", nil, "bob", "The ferry to the island is late on most days."),
            (
                "2.1", "2", "cy",
                "The ferry is late because the harbour is too shallow for the ferry at low tide."
            ),
            ("3", nil, "dan", "The harbour is too shallow for the ferry and for most boats."),
        ])
        for limit in 20...60 {
            let heard = labels(summary(of: rows, about: "The harbour and the ferry", words: limit))
            guard heard.contains("2.1"), limit >= 26 else { continue }
            #expect(heard.contains("2"), "\(limit) words")
        }
    }

    @Test func `does not give ten times the room to who writes ten comments`() {
        let loud = (1...10).map { number in
            (
                label: "\(number)", parent: String?.none, author: String?.some("ada"),
                text: "The harbour needs a deeper channel for boats of kind\(number) in summer."
            )
        }
        let others = (11...13).map { number in
            (
                label: "\(number)", parent: String?.none, author: String?.some("voice\(number)"),
                text: "A school costs less than the harbour and helps more children of quarter\(number)."
            )
        }
        let heard = labels(summary(of: comments(loud + others), about: "The harbour", words: 80))
        let loudest = heard.count { (Int($0) ?? 0) <= 10 }
        #expect(loudest <= 3)
        #expect(heard.count - loudest == 3)
    }

    @Test func `is the same for comments without a name and with an empty one`() {
        let texts = ["The wall of the harbour is old.", "The boats of the harbour are new."]
        let unnamed = comments(texts)
        let empty = comments(texts.enumerated().map { ("\($0 + 1)", nil, "", $1) })
        #expect(summary(of: empty) == summary(of: unnamed))
    }

    @Test func `takes a short time for a long thread`() {
        let many = (1...2000).map { number in
            (
                label: "\(number)", parent: number > 1 ? String?.some("\(number / 2)") : nil,
                author: String?.some("voice\(number % 300)"),
                text:
                    "Comment number\(number) speaks of harbour\(number % 17) and of wall\(number % 23) at length."
            )
        }
        let clock = ContinuousClock()
        let duration = clock.measure { _ = summary(of: comments(many), words: 200) }
        #expect(duration < .seconds(10))
    }
}

@Suite struct `A sentence that is not in its comment` {
    @Test func `is not quoted`() {
        let forged = Paragraph(
            index: 1,
            text: "The harbour is open to all boats today.",
            sentences: [
                Sentence(index: 1, start: 0, end: 39, text: "The harbour is closed to all boats today.")
            ]
        )
        let comment = Comment(
            label: CommentLabel("1"),
            parent: nil,
            passage: nil,
            author: nil,
            paragraphs: [forged],
            origin: .page,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
        #expect(summary(of: [comment]).sentences == [])
    }
}
