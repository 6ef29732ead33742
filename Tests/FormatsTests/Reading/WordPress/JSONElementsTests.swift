import Testing

@testable import Formats

@Suite struct `A JSON array` {
    @Test(arguments: [
        ("[]", []), (" [ ] \n", []), ("[1]", ["1"]), ("[1, 2]", ["1", "2"]),
        (#"[{"a": [1, {"b": "],}\""}]}, "x,]"]"#, [#"{"a": [1, {"b": "],}\""}]}"#, #""x,]""#]),
        (#"["\\", "\\\""]"#, [#""\\""#, #""\\\"""#]), ("\u{FEFF}[null]", ["null"]),
        ("[broken, {bro:ken}]", ["broken", "{bro:ken}"]),
    ])
    func `falls into its elements`(text: String, elements: [String]) throws {
        let found = try #require(JSONElements.elements(of: Array(text.utf8)))
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == elements)
    }

    @Test(arguments: [
        "", "{}", "1", "[", "[1", "[1,", "[1,]", "[,]", "[,1]", "[1] 2", "[1]]", "[\"", "[\"\\", "[\"a]",
        "[{]",
        "<html>", "[1}",
    ])
    func `is none where it does not begin and end as one`(text: String) {
        #expect(JSONElements.elements(of: Array(text.utf8)) == nil)
    }

    @Test func `keeps an element that is not in UTF-8 to itself`() throws {
        let bytes = Array("[1,\"".utf8) + [0xFF, 0x80] + Array("\",3]".utf8)
        #expect(try #require(JSONElements.elements(of: bytes)).count == 3)
    }

    @Test func `may be as deep as it likes`() throws {
        let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(try #require(JSONElements.elements(of: Array(text.utf8))).count == 1)
    }
}
