import Discussion
import Foundation
import Testing

@testable import Formats

@Suite struct `A parsed page as JSON` {
    @Test func `is what a careful reader made of the page in seeds`() throws {
        let page = try PageParser.parse(Seeds.page(), sha256: Seeds.sha256)
        let json = try JSONEncoder.house().encode(ParsedPageJSON(page))
        let found = try JSONDecoder().decode(JSONValue.self, from: json)
        let expected = try JSONDecoder().decode(JSONValue.self, from: Seeds.expectedJSON())
        #expect(found.differences(from: expected) == [])
        #expect(found == expected)
    }

    @Test func `keeps its keys where a page has little`() throws {
        let page = try PageParser.parse(Array("Title".utf8))
        let json = String(decoding: try JSONEncoder.house().encode(ParsedPageJSON(page)), as: UTF8.self)
        #expect(json.contains(#""caption":null"#))
        #expect(json.contains(#""standfirst":null"#))
        #expect(json.contains(#""sha256":null"#))
        #expect(json.contains(#""comments":[]"#))
    }
}
