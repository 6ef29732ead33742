import Discussion
import Foundation
import Testing

@testable import Formats

@Suite struct `A statement as JSON` {
    @Test func `has an address for each sentence`() throws {
        let page = try PageParser.parse(Seeds.page())
        let json = try object(StatementJSON(page.statement, comments: page.comments))
        #expect(
            Set(json.keys) == [
                "title", "standfirst", "caption", "publisher", "source_url", "paragraphs", "comments",
            ]
        )
        #expect(json["publisher"] == .string("rs21 Steering Group"))
        #expect(json["source_url"] == .null)
        guard case .list(let paragraphs)? = json["paragraphs"], case .object(let fourth) = paragraphs[3],
            case .list(let sentences)? = fourth["sentences"]
        else {
            Issue.record("paragraphs have sentences")
            return
        }
        #expect(fourth["index"] == .number(4))
        #expect(
            sentences.first
                == .object([
                    "address": .string("4.1"),
                    "text": .string("Russian imperialism is not a ‘lesser evil’ in this conflict."),
                ])
        )
    }

    @Test func `has every key of a comment`() throws {
        let comment = Discussion.Comment(
            label: CommentLabel("c17"),
            parent: CommentLabel("1.1"),
            passage: try PassageReference(parsing: "4.2-3"),
            author: "@ada:demo",
            paragraphs: Paragraph.paragraphs(of: "One. Two.\nThree."),
            origin: .chat,
            writtenAt: Date(timeIntervalSince1970: 0),
            isEdited: true,
            isRemoved: false
        )
        let json = try object(CommentJSON(comment))
        #expect(
            json == [
                "label": .string("c17"), "parent": .string("1.1"), "passage": .string("4.2-3"),
                "author": .string("@ada:demo"),
                "origin": .string("chat"), "written_at": .string("1970-01-01T00:00:00Z"),
                "edited": .bool(true), "removed": .bool(false),
                "paragraphs": .list([
                    .object([
                        "text": .string("One. Two."), "sentences": .list([.string("One."), .string("Two.")]),
                    ]),
                    .object(["text": .string("Three."), "sentences": .list([.string("Three.")])]),
                ]),
            ]
        )
        let page = try PageParser.parse(Seeds.page())
        guard case .list(let comments)? = try object(ThreadJSON(CommentThread(page.comments)))["comments"],
            case .object(let first) = comments[0]
        else {
            Issue.record("a thread has comments")
            return
        }
        #expect(comments.count == 5)
        #expect(
            first["author"] == .null && first["written_at"] == .null && first["passage"] == .null
                && first["parent"] == .null
        )
    }

    @Test func `quotes with its source`() throws {
        let page = try PageParser.parse(Seeds.page())
        let json = try object(QuotationJSON(page.statement.quotation(of: PassageReference(parsing: "6.4"))))
        #expect(
            json == [
                "reference": .string("6.4"),
                "text": .string("Sanctions will not end this conflict, only prolong it."),
                "paragraphs": .list([.string("Sanctions will not end this conflict, only prolong it.")]),
                "source": .string(
                    "On the invasion of Ukraine (rs21 Steering Group): the statement, paragraph 6, sentence 4"
                ), "link": .null,
                "selectors": .list([
                    .object([
                        "type": .string("TextQuoteSelector"),
                        "exact": .string("Sanctions will not end this conflict, only prolong it."),
                        "prefix": .string("conflicts of their governments. "),
                        "suffix": .string(" This war can be stopped not by "),
                    ]),
                    .object([
                        "type": .string("TextPositionSelector"), "start": .number(2695), "end": .number(2749),
                    ]),
                ]), "revision": .null,
            ]
        )
    }

    @Test func `says of which revision a quotation is`() throws {
        let statement = try PageParser.parse(Seeds.page()).statement
        let first = StatementRevision(number: 1, importedAt: nil, digest: "ab")
        let second = StatementRevision(number: 2, importedAt: Date(timeIntervalSince1970: 0), digest: "cd")
        let revisions = try [first, second].map { revision in
            try object(QuotationJSON(statement.at(revision).quotation(of: .title)))["revision"]
        }
        #expect(
            revisions == [
                .object(["number": .number(1), "imported_at": .null, "sha256": .string("ab")]),
                .object([
                    "number": .number(2), "imported_at": .string("1970-01-01T00:00:00Z"),
                    "sha256": .string("cd"),
                ]),
            ]
        )
    }

    private func object(_ value: some Encodable) throws -> [String: JSONValue] {
        try JSONDecoder().decode([String: JSONValue].self, from: JSONEncoder.house().encode(value))
    }
}
