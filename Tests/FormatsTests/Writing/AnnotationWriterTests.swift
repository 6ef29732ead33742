import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive as annotations` {
    private func document(_ written: Written) throws -> [String: JSONValue] {
        try JSONDecoder().decode([String: JSONValue].self, from: written.data(.annotations))
    }

    /// By the end of their ids.
    private func annotations(_ written: Written) throws -> [String: [String: JSONValue]] {
        guard case .object(let page)? = try document(written)["first"], case .list(let items)? = page["items"]
        else {
            return [:]
        }
        let objects = items.map { item in
            if case .object(let object) = item { object } else { [String: JSONValue]() }
        }
        return Dictionary(uniqueKeysWithValues: objects.map { (Self.end(of: $0["id"]), $0) })
    }

    private static func end(of id: JSONValue?) -> String {
        guard case .string(let text)? = id else { return "" }
        return text.replacing("https://example.org/archive/", with: "")
    }

    private static let page = "https://example.org/statement?a=1&b=\"2\""

    @Test func `is a collection`() throws {
        let document = try document(Written(Nasty.archive()))
        let count = try Written(Nasty.archive()).comments().count
        #expect(document["@context"] == .string("http://www.w3.org/ns/anno.jsonld"))
        #expect(document["type"] == .string("AnnotationCollection"))
        #expect(document["total"] == .number(Double(count)))
        #expect(try annotations(Written(Nasty.archive())).count == count)
    }

    @Test func `stands beside the words that it is about`() throws {
        let annotations = try annotations(Written(Nasty.archive()))
        let selectors: [JSONValue] = [
            .object([
                "type": .string("TextQuoteSelector"), "exact": .string("Second one."),
                "prefix": .string("ure ]]> of & nothing\nFirst one. "),
                "suffix": .string("\n[gallery] <i>Third</i> & 1 ]]> "),
            ]),
            .object(["type": .string("TextPositionSelector"), "start": .number(94), "end": .number(105)]),
        ]
        #expect(
            annotations["s1/c/1/"] == [
                "id": .string("https://example.org/archive/s1/c/1/"), "type": .string("Annotation"),
                "motivation": .list([.string("commenting")]),
                "creator": .object(["type": .string("Person"), "name": .string("Ada")]),
                "body": .object([
                    "type": .string("TextualBody"), "format": .string("text/plain"),
                    "value": .string("About it."),
                ]),
                "target": .list([
                    .object([
                        "type": .string("SpecificResource"), "source": .string(Self.page),
                        "selector": .list(selectors),
                    ])
                ]),
            ]
        )
    }

    @Test(arguments: ["3", "4", "7"])
    func `is about the whole where the words are not there now`(key: String) throws {
        let annotation = try #require(try annotations(Written(Nasty.archive()))["s1/c/\(key)/"])
        #expect(annotation["target"] == .list([.string(Self.page)]))
        #expect(annotation["motivation"] == .list([.string("commenting")]))
    }

    @Test func `answers others, whose words may be removed`() throws {
        let annotations = try annotations(Written(Nasty.archive()))
        #expect(annotations["s1/c/6/"]?["body"] == nil && annotations["s1/c/6/"] != nil)
        #expect(
            annotations["s1/c/6.1/"]?["target"] == .list([.string("https://example.org/archive/s1/c/6/")])
        )
        #expect(annotations["s1/c/6.1/"]?["motivation"] == .list([.string("replying")]))
        #expect(annotations["s1/c/6.1/"]?["created"] == .string("2025-06-15T15:06:40.250Z"))
    }

    @Test func `does both at once`() throws {
        let annotation = try #require(try annotations(Written(Nasty.archive()))["s1/c/6.1.1/"])
        #expect(annotation["motivation"] == .list([.string("commenting"), .string("replying")]))
        guard case .list(let targets)? = annotation["target"], case .object(let passage) = targets[0] else {
            Issue.record("it has two targets")
            return
        }
        #expect(passage["source"] == .string(Self.page))
        #expect(targets[1] == .string("https://example.org/archive/s1/c/6.1/"))
    }
}
