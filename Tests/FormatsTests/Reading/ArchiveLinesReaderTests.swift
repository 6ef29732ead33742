import Discussion
import Testing

@testable import Formats

@Suite struct `An archive of ours` {
    private static func read(_ text: String, pieces size: Int = .max) async -> Reading {
        await Reading(text, pieces: size) { bytes in
            ArchiveLinesReader(lines: DiscussionLineReader(beginning: [], piece: bytes))
        }
    }

    private static let archive = """
        {"type":"archive","version":1}
        {"type":"statement","number":1,"title":"T","standfirst":"S","caption":"C","paragraphs":["One.","Two."],\
        "publisher":"P","source_url":"https://example.org/a"}
        {"type":"comment","statement":1,"id":"c1","parent":null,"author":"Ann","pseudonym":false,"origin":"chat",\
        "passage":"1.2","written_at":"2024-03-01T10:00:00Z","edited":true,"removed":false,\
        "paragraphs":["x","y"],"reactions":[{"key":"👍","count":2}]}
        {"type":"comment","statement":1,"id":"comment-3","parent":"c1","author":null,"pseudonym":false,\
        "origin":"page","written_at":null,"edited":false,"removed":true,"paragraphs":[],"reactions":[]}
        {"type":"statement","number":2,"title":"U","paragraphs":[]}

        """

    private static let lines = [
        "“T” (P, https://example.org/a): One. | Two.",
        "c1 by Ann at 2024-03-01T10:00:00Z on 1.2, edited: x | y",
        "comment-3 below c1 by nobody: ", "“U” (): ",
    ]

    @Test func `gives statements and comments`() async {
        for size in [1, 7, 10_000] {
            let reading = await Self.read(Self.archive, pieces: size)
            #expect(reading.lines == Self.lines)
            #expect(reading.statements.first?.caption == "C")
            #expect(reading.statements.first?.standfirst == "S")
        }
    }

    @Test(arguments: [
        "{broken", "[]", "{\"type\":3}", "{\"type\":\"comment\"}", "\u{1}",
        "{\"type\":\"comment\",\"statement\":1,\"id\":\"c9\",\"paragraphs\":[\"about another\"]}",
    ])
    func `loses no line to one that cannot be read`(bad: String) async {
        let reading = await Self.read(Self.archive + bad + "\n{\"type\":\"later\"}\n")
        #expect(reading.lines == Self.lines + ["lineUnreadable at line 6"])
    }

    @Test func `says what is left out`() async {
        let comments = [
            ("c1", "[\"\\u0000\"]"), ("", "[\"x\"]"),
            ("c2", "[\"\(String(repeating: "x", count: 2 << 20))\"]"),
        ]
        let lines = comments.map {
            "{\"type\":\"comment\",\"statement\":2,\"id\":\"\($0)\",\"paragraphs\":\($1)}\n"
        }
        #expect(
            await Self.read(Self.archive + lines.joined()).lines.dropFirst(4)
                == ["commentWithoutWords at c1", "commentWithoutID at ", "commentTooLong at c2"]
        )
    }

    @Test func `has its kind and version on its first line`() async {
        #expect(await Self.read("").error?.hasPrefix("This is not an archive") == true)
        #expect(
            await Self.read("{\"id\":\"x\",\"comments\":[]}").error?.hasPrefix("This is not an archive")
                == true
        )
        let later = await Self.read("{\"type\":\"archive\",\"version\":2}")
        #expect(
            later.error?.hasPrefix("The archive has the format of version 2; version 1 can be read.") == true
        )
    }
}
