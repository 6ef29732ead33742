import Discussion
import Summaries
import Testing

@Suite struct `A summary of bad input` {
    @Test(arguments: [
        ([], "Read 0 comments; quotes 0."),
        (["👍", "🎉🎉"], "Read 2 comments, authors unknown; quotes 0; 2 without words of their own."),
        (
            ["> one line", "> another line"],
            "Read 2 comments, authors unknown; quotes 0; 2 without words of their own."
        ),
        (["Yes.", "No.", "Why?"], "Read 3 comments, authors unknown; quotes 0."),
        (
            ["https://example.org/a/b", "www.example.org"],
            "Read 2 comments, authors unknown; quotes 0; 1 without words of its own."
        ),
        (
            ["```\nlet wall = Wall()\n```"],
            "Read 1 comment, author unknown; quotes 0; 1 without words of its own."
        ),
        (["|a|b|\n|-|-|\n|1|2|"], "Read 1 comment, author unknown; quotes 0; 1 without words of its own."),
    ])
    func `is empty and says why`(texts: [String], account: String) {
        let summary = summary(of: comments(texts))
        #expect(summary.groups == [])
        #expect(summary.account == account)
    }

    @Test func `says once what all say`() {
        let same = [String](repeating: "The river must be cleaned by the town itself.", count: 12)
        let summary = summary(of: comments(same))
        #expect(summary.sentences.count == 1)
        #expect(
            summary.account
                == "Read 12 comments, authors unknown; quotes 1; 11 only repeat others word for word."
        )
    }

    @Test func `says once what one person says again and again`() {
        let rows = (1...5).map {
            ("\($0)", String?.none, String?.some("ada"), "The river must be cleaned by the town.")
        }
        #expect(summary(of: comments(rows), words: 1_000_000).sentences.count == 1)
    }

    @Test func `reads lists, and no greeting`() {
        let text =
            "Hi all,\n- The harbour needs a new wall.\n- The town should pay for the wall.\nThanks for reading!"
        let chosen = summary(of: comments([text])).sentences.map(\.text)
        #expect(chosen == ["- The harbour needs a new wall.", "- The town should pay for the wall."])
    }

    @Test func `reads five languages and names them`() {
        let summary = summary(
            of: comments([
                "The harbour of our town needs a new wall before the winter comes.",
                "I think that the town should also pay for what we have lost there.",
                "Der Hafen unserer Stadt braucht eine neue Mauer, bevor der Winter kommt.",
                "Le port de notre ville a besoin d’un nouveau mur avant que l’hiver arrive.",
                "Гавань нашего города нуждается в новой стене, прежде чем придёт зима.",
                "港口需要一堵新的墙，因为冬天快要到了，镇上的人都很担心。",
            ])
        )
        #expect(summary.quotedComments == 6)
        #expect(summary.counts.otherLanguages["German"] == 1)
        #expect(summary.counts.otherLanguages["Chinese"] == 1)
        #expect(summary.counts.otherLanguages.count == 4)
    }

    @Test(arguments: [
        "يحتاج ميناء مدينتنا إلى جدار جديد قبل أن يأتي الشتاء.",
        "הנמל של העיר שלנו צריך חומה חדשה לפני החורף.",
        "港口需要一堵新的墙，因为冬天快要到了。", "この港には冬が来る前に新しい壁が必要です。",
        "ท่าเรือของเมืองต้องการกำแพงใหม่ก่อนฤดูหนาว",
    ])
    func `quotes every script`(text: String) {
        #expect(summary(of: comments([text])).sentences.map(\.text) == [text])
    }

    @Test func `reads only the beginning of what is too long`() {
        let sentence = "The harbour needs wall number N before the winter storms come. "
        let long = (0..<20_000).map { sentence.replacing("N", with: "\($0)") }.joined()
        let summary = summary(of: comments([long, "The town should pay for the walls of stone."]))
        #expect(summary.counts.tooLong == 1)
        #expect(summary.account.contains("1 too long, only its beginning read"))
        #expect(summary.quotedComments == 2)
    }

    @Test(arguments: [
        "word ", "a", "e\u{301}", "\u{301}", "\"", "> ", "```\n", "http://a.b/", "---\n", "(", "x@",
        "I agree ", "¿",
        "The harbour says: ", "Regards,\n", "the\n", "“", "1 ", "漢", "字。",
    ])
    func `takes much of anything`(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let rows = comments([("1", nil, nil, text), ("1.1", "1", nil, text)])
        let clock = ContinuousClock()
        var found = Summary(groups: [], counts: Summary.Counts(), wordsNeeded: nil)
        let time = clock.measure { found = summary(of: rows, about: text) }
        #expect(found.sentences.allSatisfy { $0.text.utf8.count < 5000 })
        // A debug build on a busy machine; what is quadratic takes hours.
        #expect(time < .seconds(30))
    }

    @Test(arguments: [-5, 0, 1, 1_000_000, Int.max])
    func `takes any budget`(words: Int) {
        let summary = summary(of: comments(["The harbour needs a new wall before the winter."]), words: words)
        #expect(summary.sentences.count == (words > 100 ? 1 : 0))
        #expect(summary.wordsNeeded == (words > 100 ? nil : 9))
    }
}
