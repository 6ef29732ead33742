import Discussion
import Testing

@testable import Formats

@Suite struct `An export of WordPress` {
    private static let statement =
        "“On <words>” (Our “paper”, https://example.org/a/): First & foremost. | Second line. | Quoted."

    private static func read(_ items: String, version: String = "1.2", pieces size: Int = .max) async
        -> Reading
    {
        await Reading(SampleExport.export(items, version: version), pieces: size) { WXRReader(bytes: $0) }
    }

    private static func item(_ comments: String) -> String {
        "<item>\(SampleExport.head("On &amp;lt;words&amp;gt;"))\(comments)</item>"
    }

    @Test(arguments: ["1.0", "1.1", "1.2"])
    func `gives each text and then its comments`(version: String) async {
        let comments =
            SampleExport.comment("3", "One.\n\n<b>Two</b> &amp; a half.<br />Three")
            + SampleExport.comment("4", parent: "3", author: "", "<blockquote>One.</blockquote>No.")
        let reading = await Self.read(Self.item(comments), version: version)
        #expect(
            reading.lines == [
                Self.statement,
                "comment-3 by Ann at 2024-03-01T10:00:00Z: One. | Two & a half. | Three",
                "comment-4 below comment-3 by nobody at 2024-03-01T10:00:00Z: > One. | No.",
            ]
        )
        #expect(reading.error == nil)
    }

    @Test func `says what is left out`() async {
        let comments =
            SampleExport.comment("1", approved: "0", "hidden")
            + SampleExport.comment("2", approved: "spam", "hidden")
            + SampleExport.comment("3", approved: "trash", "hidden")
            + SampleExport.comment("4", type: "pingback", "hidden")
            + SampleExport.comment("5", "<script>hidden</script>") + SampleExport.comment("", "hidden")
            + SampleExport.comment("6", String(repeating: "hidden ", count: 160_000))
            + SampleExport.comment("7", String(repeating: "<b>", count: 1000) + "hidden")
            + SampleExport.comment(String(repeating: "8", count: 1001), "hidden")
        let hidden =
            ["draft", "private", "trash"].map {
                "<item>\(SampleExport.head("T", status: $0))\(comments)</item>"
            }
            .joined()
            + "<item>\(SampleExport.head("T", status: "inherit", type: "attachment"))</item>"
            + "<item>\(SampleExport.head("T", more: "<wp:post_password>x</wp:post_password>"))\(comments)</item>"
        let reading = await Self.read(Self.item(comments) + hidden)
        #expect(
            reading.lines == [
                Self.statement, "commentNotApproved at comment-1", "commentNotApproved at comment-2",
                "commentNotApproved at comment-3", "pingback at comment-4",
                "commentWithoutWords at comment-5",
                "commentWithoutID at Ann", "commentTooLong at comment-6", "commentTooLong at comment-7",
                "commentWithoutID at Ann",
            ] + Array(repeating: "statementNotPublished at T", count: 5)
        )
        #expect(!reading.words.contains("hidden"))
    }

    @Test func `knows again the comments that we wrote`() async {
        let own = ["rapporteur_id": "c17", "rapporteur_passage": "4.2", "rapporteur_edited": "1"]
        let comments =
            SampleExport.comment("9", meta: own, "&lt;b&gt; is *not* bold\n\nSecond")
            + SampleExport.comment("10", parent: "9", meta: ["rapporteur_id": "c18"], "")
            + SampleExport.comment("11", parent: "10", "From the page")
        let reading = await Self.read(Self.item(comments))
        #expect(
            Array(reading.lines.dropFirst()) == [
                "c17 by Ann at 2024-03-01T10:00:00Z on 4.2, edited: <b> is *not* bold | Second",
                "c18 below c17 by Ann at 2024-03-01T10:00:00Z: ",
                "comment-11 below c18 by Ann at 2024-03-01T10:00:00Z: From the page",
            ]
        )
    }

    @Test func `may have dates without a time zone, or none`() async {
        let zero = "0000-00-00 00:00:00"
        let comments =
            SampleExport.comment("1", gmt: zero, "x") + SampleExport.comment("2", gmt: zero, local: zero, "x")
            + SampleExport.comment("3", gmt: "soon", local: "", "x")
        #expect(
            await Self.read(Self.item(comments)).lines.dropFirst() == [
                "dateWithoutZone at comment-1", "comment-1 by Ann at 2024-03-01T11:00:00Z: x",
                "comment-2 by Ann: x", "dateUnreadable at comment-3", "comment-3 by Ann: x",
            ]
        )
    }

    @Test func `hands out comments with the same id, and one that answers itself`() async {
        let comments =
            SampleExport.comment("1", parent: "1", "x") + SampleExport.comment("1", parent: "99", "y")
        let comments2 = await Self.read(Self.item(comments)).comments
        #expect(comments2.map(\.id) == ["comment-1", "comment-1"])
        #expect(comments2.map(\.parent) == ["comment-1", "comment-99"])
    }

    @Test func `gives the text first where it comes after its comments`() async {
        let comments = SampleExport.comment("1", "x") + SampleExport.comment("2", "y")
        let reading = await Self.read(
            "<item>\(comments)\(SampleExport.head("On &amp;lt;words&amp;gt;"))</item>"
        )
        #expect(reading.lines.map { String($0.prefix(9)) } == ["“On <word", "comment-1", "comment-2"])
        #expect(reading.lines.first == Self.statement)
        let draft = await Self.read("<item>\(comments)\(SampleExport.head("T", status: "draft"))</item>")
        #expect(draft.lines == ["statementNotPublished at T"])
    }

    @Test func `gives the text twice where very many comments come before it`() async {
        let long = String(repeating: "words ", count: 100_000)
        let comments = (1...10).map { SampleExport.comment("\($0)", long) }.joined()
        let head = "<title>On &amp;lt;words&amp;gt;</title><link>https://example.org/a/</link>"
        let reading = await Self.read(
            "<item>\(head)\(comments)\(SampleExport.head("On &amp;lt;words&amp;gt;"))</item>"
        )
        #expect(reading.comments.count == 10)
        #expect(reading.statements.map(\.paragraphs.count) == [0, 3])
        #expect(reading.lines.first?.hasPrefix("“On <words>”") == true)
        #expect(reading.lines.last == Self.statement)
    }

    @Test func `that breaks off gives all before that, and says where`() async {
        let whole = SampleExport.export(
            Self.item(SampleExport.comment("1", "x") + SampleExport.comment("2", "y"))
        )
        let cut = whole.firstRange(of: "<wp:comment_id>2").map { String(whole[..<$0.upperBound]) } ?? ""
        let reading = await Reading(cut) { WXRReader(bytes: $0) }
        #expect(reading.lines.map { String($0.prefix(9)) } == ["“On <word", "comment-1"])
        #expect(reading.error?.contains("ends on line") == true)
        let broken = await Reading(whole.replacing("y]]>", with: "y]]>&wrong;")) { WXRReader(bytes: $0) }
        #expect(broken.lines.count == 2)
        #expect(broken.error?.contains("uses the entity `&wrong;`") == true)
    }

    @Test func `gives the same wherever the bytes are cut`() async {
        let items = Self.item(
            SampleExport.comment("1", "Zoë\n\nx")
                + SampleExport.comment("2", meta: ["rapporteur_id": "c1"], "<p>y</p>")
        )
        let whole = await Self.read(items)
        #expect(whole.comments.count == 2)
        for size in 1...SampleExport.export(items).utf8.count {
            let reading = await Self.read(items, pieces: size)
            #expect(reading == whole, "pieces of \(size)")
        }
    }

    @Test func `has no script in any field`() async {
        let evil = "<script>evil</script>"
        let comment = SampleExport.comment(
            "1",
            parent: evil,
            author: evil,
            gmt: evil,
            local: evil,
            meta: ["rapporteur_passage": "1", "rapporteur_edited": evil],
            evil + "words"
        )
        let head = SampleExport.head("&lt;script&gt;evil&lt;/script&gt;T").replacing("First", with: evil)
        let reading = await Self.read("<item>\(head)\(comment)</item>")
        #expect(!reading.words.contains("evil"))
        #expect(reading.comments.map(\.paragraphs) == [["words"]])
        #expect(reading.statements.map(\.title) == ["T"])
    }

    @Test func `stops at once where nobody takes more`() async {
        struct Enough: Error {}
        var rest = Array(SampleExport.export(Self.item(SampleExport.comment("1", "x"))).utf8)
        var reader = WXRReader {
            defer { rest = [] }
            return rest
        }
        var count = 0
        await #expect(throws: Enough.self) {
            try await reader.read { _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }
}
