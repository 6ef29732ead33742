import Discussion
import Testing

@testable import Formats

@Suite struct `The format of a source` {
    @Test(arguments: [
        ("A title\n\nA paragraph <b>.\n    1. A comment", SourceFormat.plainPage),
        ("", .plainPage),
        ("{\"id\": 1, \"comments\": []}", .discussionLines),
        ("\u{FEFF}\n {\"document\": \"\\\"messages\\\"\", \"comments\": [{", .discussionLines),
        ("{\"type\":\"archive\",\"version\":1}\n{", .archiveLines),
        ("{\n \"room_name\": \"x\",\n", .elementExport),
        ("{\"messages\": [{\"type\": \"m.room.message\"", .elementExport),
        (
            "<?xml version='1.0'?><!-- <feed> --><rss xmlns:wp='http://wordpress.org/export/1.2/'>",
            .wordPressExport
        ),
        ("<rss version='2.0'><channel>", .feed),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", .feed),
        ("<rdf:RDF>", .feed),
        ("<!DOCTYPE html><html>", .htmlPage),
        ("<?xml version='1.0'?><html>", .htmlPage),
        ("<p>text", .htmlPage),
        ("<!-- ", .htmlPage),
    ])
    func `is what its beginning says`(text: String, expected: SourceFormat) {
        #expect(SourceFormat(beginning: Array(text.utf8)) == expected)
        #expect(
            SourceFormat(beginning: Array(text.utf8), fileName: "x.txt", contentType: "text/plain")
                == expected
        )
    }

    @Test func `may be in UTF-16`() {
        let bytes = ([0xFEFF] + Array("<?xml version='1.0'?><rss><channel>".utf16)).flatMap {
            [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        #expect(SourceFormat(beginning: bytes) == .feed)
    }

    @Test func `is what the file is called, where its beginning says nothing`() {
        let words = Array("Words without any markup".utf8)
        #expect(SourceFormat(beginning: words, fileName: "/a/Page.HTML") == .htmlPage)
        #expect(SourceFormat(beginning: words, contentType: "text/html; charset=utf-8") == .htmlPage)
        #expect(SourceFormat(beginning: Array("[1]".utf8), fileName: "x.jsonl") == .discussionLines)
    }

    @Test(arguments: [
        (
            SourceFormat.discussionLines,
            "{\"id\":\"T\",\"document\":\"One.\\n\\nTwo.\",\"comments\":[{\"id\":1,\"text\":\"x\"}]}",
            ["“T” (): One. | Two.", "1 by nobody: x"]
        ),
        (
            .discussionLines,
            "{broken\n{\"id\":2,\"comments\":[{\"id\":\"\",\"text\":\"x\"},{\"id\":3,\"text\":\" \"}]}",
            ["lineUnreadable at line 1", "“2” (): ", "commentWithoutID at ", "commentWithoutWords at 3"]
        ),
        (
            .archiveLines,
            "{\"type\":\"archive\",\"version\":1}\n{\"type\":\"statement\",\"number\":1,\"title\":\"T\",\"paragraphs\":[]}",
            ["“T” (): "]
        ),
        (
            .wordPressExport,
            SampleExport.export("<item>\(SampleExport.head("T", type: "nav_menu_item"))</item>"),
            ["statementNotPublished at T"]
        ),
        (.feed, "<rss><channel><title>T</title></channel></rss>", ["“T” (): "]),
        (.htmlPage, "<title>T</title>x", ["“T” (): x"]),
        (.elementExport, "{\"room_name\":\"x\",\"messages\":[3]}", ["messageUnreadable at message 1"]),
    ])
    func `has a reader`(format: SourceFormat, text: String, lines: [String]) async {
        let bytes = Array(text.utf8)
        #expect(SourceFormat(beginning: bytes) == format)
        for size in [0, 5, bytes.count] {
            let reading = await Reading(Array(bytes.dropFirst(size))) { rest in
                format.reader(beginning: Array(bytes.prefix(size)), bytes: rest)
            }
            #expect(reading.lines == lines)
            #expect(reading.error == nil)
        }
        #expect(SourceFormat.plainPage.reader(bytes: { [] }) == nil)
    }

    @Test func `is a plain page for the page that came with the house`() throws {
        let page = try Seeds.page()
        #expect(SourceFormat(beginning: Array(page.prefix(SourceFormat.lookahead))) == .plainPage)
    }
}
