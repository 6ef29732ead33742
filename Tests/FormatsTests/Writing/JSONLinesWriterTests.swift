import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive as JSON Lines` {
    private struct Line: Decodable {
        let type: String
        let statement: Int?
        let id: String?
        let label: String?
        let parent: String?
        let author: String?
        let passage: String?
        let revision: JSONValue?
        let written_at: String?
        let edited: Bool?
        let removed: Bool?
        let origin: Discussion.Comment.Origin?
        let paragraphs: [String]?
        let reactions: [Discussion.Comment.Reaction]?
    }

    @Test func `begins with what it is`() throws {
        let text = try Written([
            (Statement(text: "One.\nTwo."), [pageComment("1", "A/b. \"c\"", by: "Ada")])
        ])
        .text(.jsonl)
        #expect(
            text == """
                {"generator":"Rapporteur","title":"Words & <deeds>","type":"archive","version":1,"written_at":"2026-03-01T10:00:00Z"}
                {"caption":null,"number":1,"paragraphs":["One.","Two."],"publisher":null,"revision":null,"source_url":null,"standfirst":null,"title":"","type":"statement"}
                {"author":"Ada","edited":false,"id":"1","label":"1","origin":"page","paragraphs":["A/b. \\"c\\""],"parent":null,"passage":null,"pseudonym":false,"reactions":[],"removed":false,"revision":null,"statement":1,"type":"comment","written_at":null}

                """
        )
    }

    @Test func `says of which text a statement is`() throws {
        let lines = try Written([(Nasty.statement, [])]).text(.jsonl).split(separator: "\n")
        let object = try JSONDecoder().decode([String: JSONValue].self, from: Data(lines[1].utf8))
        #expect(
            object["revision"]
                == .object([
                    "number": .number(2), "imported_at": .string("2023-11-14T22:13:20Z"),
                    "digest": .string("ab12"),
                ])
        )
        #expect(object["caption"] == .string("A picture ]]> of & nothing"))
        #expect(object["source_url"] == .string("https://example.org/statement?a=1&b=\"2\""))
    }

    @Test func `has every word of every comment, behind what it answers`() throws {
        let written = try Written(Nasty.archive())
        let lines = try written.text(.jsonl).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        let comments = try written.comments()
        let found = lines.filter { $0.type == "comment" }
        #expect(found.count == comments.count && comments.count > 80)
        var seen: Set<String> = []
        for (line, (statement, published)) in zip(found, comments) {
            let comment = published.comment
            let words = comment.paragraphs.map(\.text.scalars)
            #expect(line.statement == statement && line.id == published.key)
            #expect(
                line.paragraphs?.map(\.scalars) == words && line.author?.scalars == comment.author?.scalars
            )
            #expect(line.parent == published.parent && line.label == comment.label.rawValue)
            #expect(line.origin == comment.origin && line.passage == comment.passage?.description)
            #expect(line.edited == comment.isEdited && line.removed == comment.isRemoved)
            #expect(line.reactions == comment.reactions)
            if let parent = line.parent { #expect(seen.contains("\(statement) \(parent)")) }
            seen.insert("\(statement) \(published.key)")
        }
    }

    @Test(arguments: [
        (1_750_000_000.0, "2025-06-15T15:06:40Z"), (1_750_000_000.25, "2025-06-15T15:06:40.250Z"),
        (1_750_000_000.9996, "2025-06-15T15:06:41Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
        (-1_000_000_000.5, "1938-04-24T22:13:19.500Z"), (1e15, nil), (-1e15, nil), (.nan, nil),
    ])
    func `has milliseconds where there are any, and no dates that calendars lack`(
        instant: Double,
        expected: String?
    ) {
        #expect(Date(timeIntervalSince1970: instant).rfc3339 == expected)
    }
}
