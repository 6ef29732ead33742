import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive as a feed` {
    private func entries(_ written: Written) throws -> [XMLBranch] {
        try XMLBranch.document(written.data(.atom)).all("entry")
    }

    @Test func `says what answers what`() throws {
        let comments = [pageComment("1", "One.", by: "Ada"), pageComment("1.1", "Two.", parent: "1")]
        let entries = try entries(Written([(Statement(text: "Text."), comments)]))
        #expect(
            entries.map { $0["id"] } == [
                "https://example.org/archive/s1/", "https://example.org/archive/s1/c/1.1/",
                "https://example.org/archive/s1/c/1/",
            ]
        )
        #expect(
            entries.map { $0.all("thr:in-reply-to").map(\.attributes) } == [
                [],
                [
                    [
                        "ref": "https://example.org/archive/s1/c/1/",
                        "href": "https://example.org/archive/s1/c/1/",
                    ]
                ],
                [["ref": "https://example.org/archive/s1/", "href": "https://example.org/archive/s1/"]],
            ]
        )
        #expect(entries.map { $0["thr:total"] } == ["2", nil, "1"])
    }

    @Test func `has ids where nothing has an address`() throws {
        var written = Written([(Statement(text: "Text."), [pageComment("1", "One.")])])
        written.siteURL = nil
        let entries = try entries(written)
        #expect(
            entries.map { $0["id"] } == [
                "tag:rapporteur.invalid,2026:s1", "tag:rapporteur.invalid,2026:s1/1",
            ]
        )
        #expect(entries.allSatisfy { $0.all("link").isEmpty })
        #expect(
            entries[1].all("thr:in-reply-to").map(\.attributes) == [["ref": "tag:rapporteur.invalid,2026:s1"]]
        )
    }

    @Test func `has an author and an instant of everything`() throws {
        let entries = try entries(Written(Nasty.archive()))
        let date = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z/
        for entry in entries {
            let name = try #require(entry.all("author").first?["name"])
            #expect(!name.isEmpty && entry.all("id").count == 1 && entry.all("title").count == 1)
            #expect(try #require(entry["updated"]).wholeMatch(of: date) != nil)
        }
        let undated = try #require(entries.first { $0["title"] == "#2 on On <war> & \"peace\" ]]> [x]" })
        #expect(undated["updated"] == "2023-11-14T22:13:20Z" && undated["published"] == nil)
        #expect(undated.all("author").first?["name"] == "author not named")
    }

    @Test func `has words as words`() throws {
        let written = try Written(Nasty.archive())
        let contents = try entries(written).filter { !$0.all("thr:in-reply-to").isEmpty }.map {
            $0["content"]
        }
        let expected = try written.archive.statements().flatMap { statement in
            try written.archive.comments(on: statement.number, in: .newest, from: 0, limit: .max)
        }
        #expect(contents.count == expected.count)
        for (content, published) in zip(contents, expected) {
            let paragraphs = published.comment.paragraphs.map { "<p>\($0.text.withoutControls)</p>" }
            #expect(content?.withoutEntities.scalars == paragraphs.joined(separator: "\n").scalars)
            #expect(content?.replacing("<p>", with: "").replacing("</p>", with: "").contains("<") == false)
        }
    }

    @Test func `keeps the place of removed words`() throws {
        let entries = try entries(
            Written([(Statement(text: "Text."), [pageComment("1", "", by: "Ada", isRemoved: true)])])
        )
        #expect(entries[1]["title"] == "#1, removed" && entries[1]["content"] == "")
        #expect(entries[1].all("category").map(\.attributes) == [["term": "removed"]])
        #expect(entries[1].all("author").first?["name"] == "author not named")
    }
}
