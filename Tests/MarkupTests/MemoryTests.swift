import Foundation
import Markup
import TestSupport
import Testing

@Suite(.serialized) struct `A large document` {
    /// Resident memory in bytes.
    private static func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }

    /// Reads a document that is made as they are read.
    ///
    /// - Returns: How much memory grew after the first tenth.
    private static func growth(
        _ language: MarkupReader.Language,
        megabytes: Int,
        part: @escaping (Int) -> String
    )
        throws -> Int
    {
        var written = 0
        var number = 0
        var reader = MarkupReader(language, longestText: 1 << 20) {
            if written > megabytes << 20 { return [] }
            var piece = number == 0 ? "<a>" : ""
            while piece.utf8.count < 64 << 10 {
                number += 1
                piece += part(number)
            }
            if written + piece.utf8.count > megabytes << 20 { piece += "</a>" }
            written += piece.utf8.count
            return Array(piece.utf8)
        }
        var before: Int?
        while try reader.next() != nil {
            if before == nil, written > 5 << 20 { before = try resident() }
        }
        return try resident() - (before ?? 0)
    }

    @Test func `takes no more memory than a small one`() throws {
        let words = String(repeating: "some words of a comment &amp; more ", count: 30)
        let xml = try Self.growth(.xml, megabytes: 50) {
            "<item n='\($0)'><b>\(words)</b><![CDATA[<p>\(words)</p>]]></item>\n"
        }
        #expect(xml < 8 << 20, "XML: \(xml)")
        let html = try Self.growth(.html, megabytes: 20) {
            "<div id='comment-\($0)'><p>\(words)<br>\(words)</div>\n"
        }
        #expect(html < 8 << 20, "HTML: \(html)")
    }

    @Test func `may be one text without an end`() throws {
        let words = String(repeating: "words ", count: 1000)
        #expect(try Self.growth(.xml, megabytes: 20) { _ in words } < 8 << 20)
        #expect(try Self.growth(.html, megabytes: 20) { _ in words } < 8 << 20)
    }

    @Test func `leaves nothing behind`() throws {
        let entities = (1...100).map { "<!ENTITY e\($0) 'some words'>" }.joined()
        let document = "<!DOCTYPE a [\(entities)<!ATTLIST a b CDATA 'c'>]><a>&e1;</a>"
        _ = Script.read(document, .xml)
        let before = try Self.resident()
        for _ in 0..<2000 { _ = Script.read(document, .xml) }
        #expect(try Self.resident() - before < 8 << 20)
    }
}
