import Discussion
import Foundation
import FoundationXML
import Summaries
import TestSupport
import Testing

@testable import Formats

@Suite struct `A summary as it is shown` {
    private static let comments = [
        ("1", nil, "Ada <b>", "The harbour of Odesa must stay open for ships."),
        (
            "1.1", "1", nil,
            "I don’t agree: \u{1B}[31m<script>alert(1)</script> & \"so on\" is what they say of it."
        ),
    ].map { (label: String, parent: String?, author: String?, text: String) in
        pageComment(label, text, parent: parent, by: author)
    }

    private static let summary = Summary(
        groups: [
            SummaryGroup(
                heading: "Harbour, <ships>",
                passages: comments.map { comment in
                    ChosenPassage(
                        comment: comment.label,
                        sentences: comment.paragraphs[0].sentences.map {
                            ChosenSentence(
                                comment: comment.label,
                                paragraph: 1,
                                sentence: $0.index,
                                text: $0.text
                            )
                        },
                        about: comment.parent == nil ? .title : nil,
                        stance: comment.parent == nil ? nil : Stance(kind: .disagrees, words: "I don’t agree")
                    )
                }
            )
        ],
        counts: Summary.Counts(),
        wordsNeeded: nil
    )

    private static func report(_ written: WrittenSummary? = nil) -> SummaryReport {
        SummaryReport(title: "On <ports>", summary: summary, of: comments, written: written, maximumWords: 60)
    }

    @Test func `is text with the source of each quotation`() {
        #expect(
            SummaryText(Self.report(), width: nil).text == """
                On <ports>

                Harbour, <ships>

                > The harbour of Odesa must stay open for ships.
                — #1, Ada <b>, on title

                > I don’t agree: \u{FFFD}[31m<script>alert(1)</script> & "so on" is what they say of it.
                — #1.1, answers #1, disagrees: “I don’t agree”

                \(Self.summary.account)

                """
        )
    }

    @Test(arguments: [20, 40, 100])
    func `keeps to the width of a terminal`(width: Int) {
        let text = SummaryText(Self.report(), width: width).text
        for line in text.split(separator: "\n") where line.split(separator: " ").count > 2 {
            #expect(line.count <= width, "\(line)")
        }
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0 != ">" }
        let all = SummaryText(Self.report(), width: nil).text.split(whereSeparator: \.isWhitespace).filter {
            $0 != ">"
        }
        #expect(words == all)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("onetwothree four", 5, ["onetwothree", "four"]),
        ("戦争 戦争 x", 9, ["戦争 戦争", "x"]), ("e\u{301}e\u{301} a", 4, ["e\u{301}e\u{301} a"]), ("", 5, [""]),
    ])
    func `breaks lines between words`(text: String, width: Int, lines: [String]) {
        #expect(text.lines(of: width) == lines)
    }

    @Test func `is a page that nothing can break out of`() {
        let page =
            SummaryPage.head(title: "On <ports>") + SummaryPage.article(Self.report()) + SummaryPage.tail
        #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
        #expect(page.contains("<title>On &lt;ports&gt;</title>"))
        #expect(page.contains("<h2 dir=\"auto\">Harbour, &lt;ships&gt;</h2>"))
        #expect(
            page.contains(
                "<blockquote cite=\"#1\"><p dir=\"auto\">The harbour of Odesa must stay open for ships.</p></blockquote>"
            )
        )
        #expect(page.contains("<figcaption><b>#1</b>, <span>Ada &lt;b&gt;, on title</span></figcaption>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;"))
        #expect(
            !page.contains("<script") && !page.contains("\u{1B}") && !page.contains("http:")
                && !page.contains("https:")
        )
        #expect(page.contains("color-scheme: light dark"))
        let parser = XMLParser(data: Data(page.utf8))
        #expect(parser.parse() && parser.parserError == nil)
    }

    @Test func `keeps the keys of its line, and adds to them`() throws {
        let line = try SummaryLine(Self.report()).line()
        let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(json.keys) == ["id", "summary", "sentences", "account", "groups"])
        let sentences = try #require(json["sentences"] as? [[String: String]])
        #expect(sentences.map { Set($0.keys) } == [["comment", "text"], ["comment", "text"]])
        #expect(json["summary"] as? String == sentences.compactMap { $0["text"] }.joined(separator: "\n"))
        let group = try #require((json["groups"] as? [[String: Any]])?.first)
        #expect(group["heading"] as? String == "Harbour, <ships>")
        let passages = try #require(group["passages"] as? [[String: Any]])
        #expect(passages[0]["about"] as? String == "title" && passages[0]["stance"] is NSNull)
        #expect((passages[1]["stance"] as? [String: String])?["words"] == "I don’t agree")
    }

    @Test func `shows the prose of a model with its comments and its name`() throws {
        let request = try #require(ProseRequest(Self.summary, of: Self.comments, about: nil))
        let written = request.summary(writtenAs: "The harbour of Odesa must stay open [#1].", by: "small")
        let text = SummaryText(Self.report(written), width: nil).text
        #expect(text.contains("\n\nThe harbour of Odesa must stay open. [#1]\n\n> I don’t agree"))
        #expect(text.contains("\n\nWritten by small from 2 sentences.\n\n\(Self.summary.account)\n"))
        let line = try SummaryLine(Self.report(written)).line()
        #expect(
            line.contains(#"{"prose":[{"comments":["1"],"text":"The harbour of Odesa must stay open."}]}"#)
        )
        #expect(
            SummaryPage.article(Self.report(written)).contains(
                "<p dir=\"auto\">The harbour of Odesa must stay open. [#1]</p>"
            )
        )
    }

    @Test func `says why there is nothing to read`() {
        func silence(_ needed: Int?, words: Int, _ change: (inout Summary.Counts) -> Void) -> String? {
            var counts = Summary.Counts()
            change(&counts)
            return Summary(groups: [], counts: counts, wordsNeeded: needed).silence(maximumWords: words)
        }
        #expect(Self.summary.silence(maximumWords: 1) == nil)
        #expect(silence(nil, words: 60) { _ in } == "There are no comments to summarise.")
        #expect(silence(nil, words: 60) { $0.removed = 2 } == "None of the 2 comments was read.")
        #expect(silence(nil, words: 60) { $0.leftOut = [.hidden: 1] } == "The only comment was not read.")
        #expect(
            silence(12, words: 1) { $0.read = 3 }
                == "Every sentence that could be quoted has more than 1 word; the shortest has 12. Try --words 24."
        )
        #expect(
            silence(4000, words: 60) { $0.read = 3 }
                == "Every sentence that could be quoted has more than 2000 words."
        )
        #expect(silence(nil, words: 60) { $0.read = 3 }?.hasPrefix("No sentence of these comments") == true)
    }
}
