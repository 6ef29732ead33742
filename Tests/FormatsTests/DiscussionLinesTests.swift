import Discussion
import Testing

@testable import Formats

@Suite struct `Discussions as JSON Lines` {
    private func discussions(_ bytes: [UInt8]) throws -> [DiscussionLines.Discussion] {
        var discussions: [DiscussionLines.Discussion] = []
        try DiscussionLines.forEach(in: DiscussionLineReader(beginning: bytes) { [] }) {
            discussions.append($0)
        }
        return discussions
    }

    @Test func `are read line by line`() throws {
        let text = """
            {"id": "a", "document": "War", "comments": [{"id": "1", "parent": null, "author": "Ada", "text": "One. Two.\\n\\nThree."}], "references": []}

            {"id": 2, "comments": [{"id": 7, "text": "Four."}, {"id": "8", "parent": 7, "author": null, "text": ""}]}\r
            """
        let discussions = try self.discussions(Array(text.utf8))
        #expect(discussions.map(\.id) == ["a", "2"])
        #expect(discussions.map(\.document) == ["War", ""])
        #expect(discussions[0].comments[0].paragraphs.map(\.sentences.count) == [2, 1])
        #expect(discussions[0].comments[0].author == "Ada")
        #expect(discussions[1].comments.map(\.label.rawValue) == ["7", "8"])
        #expect(discussions[1].comments[1].parent == CommentLabel("7"))
    }

    @Test(arguments: [
        ("not json", DiscussionLines.ReadError.notJSON(line: 3)), ("[]", .wrongValue(line: 3, key: "")),
        ("{}", .wrongValue(line: 3, key: "id")),
        (#"{"id": "a"}"#, .wrongValue(line: 3, key: "comments")),
        (#"{"id": "a", "comments": {}}"#, .wrongValue(line: 3, key: "comments")),
        (
            #"{"id": "a", "comments": [{"id": "1", "text": "x"}, {"id": "2"}]}"#,
            .wrongValue(line: 3, key: "comments[1].text")
        ),
        (
            #"{"id": "a", "comments": [{"id": "1", "text": 5}]}"#,
            .wrongValue(line: 3, key: "comments[0].text")
        ),
        (
            #"{"id": "a", "comments": [{"id": true, "text": "x"}]}"#,
            .wrongValue(line: 3, key: "comments[0].id")
        ),
    ])
    func `name the line that is wrong`(line: String, expected: DiscussionLines.ReadError) {
        let text = #"{"id": "a", "comments": []}"# + "\n\n" + line
        #expect(throws: expected) { try discussions(Array(text.utf8)) }
        #expect(expected.description.hasPrefix("Line 3"))
    }

    @Test func `say so where a line is not UTF-8`() {
        let bytes = Array(#"{"id": ""#.utf8) + [0xFF] + Array(#"", "comments": []}"#.utf8)
        #expect(throws: DiscussionLines.ReadError.notJSON(line: 1)) {
            try discussions(bytes)
        }
    }

    @Test func `are answered by a line each`() throws {
        let line = SummaryLine(
            id: "a/b",
            sentences: [.init("One.", of: CommentLabel("1")), .init("Two.", of: nil)]
        )
        #expect(
            try line.line()
                == #"{"id":"a/b","sentences":[{"comment":"1","text":"One."},{"comment":null,"text":"Two."}],"summary":"One.\nTwo."}"#
                + "\n"
        )
    }
}
