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

    /// Other tests of this process take memory too, for a while: of a few attempts the best
    /// counts, and half of what was read is much.
    private static func isFlat(
        _ language: MarkupReader.Language,
        megabytes: Int,
        part: @escaping (Int) -> String
    ) throws -> Bool {
        for _ in 0..<4 where try growth(language, megabytes: megabytes, part: part) < megabytes << 19 {
            return true
        }
        return false
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
        #expect(
            try Self.isFlat(.xml, megabytes: 50) {
                "<item n='\($0)'><b>\(words)</b><![CDATA[<p>\(words)</p>]]></item>\n"
            }
        )
        #expect(
            try Self.isFlat(.html, megabytes: 40) {
                "<div id='comment-\($0)'><p>\(words)<br>\(words)</div>\n"
            }
        )
    }

    @Test func `may be one text without an end`() throws {
        let words = String(repeating: "words ", count: 1000)
        #expect(try Self.isFlat(.xml, megabytes: 40) { _ in words })
        #expect(try Self.isFlat(.html, megabytes: 40) { _ in words })
    }

    @Test func `leaves nothing behind`() throws {
        let entities = (1...100).map { "<!ENTITY e\($0) 'some words'>" }.joined()
        let document = "<!DOCTYPE a [\(entities)<!ATTLIST a b CDATA 'c'>]><a>&e1;</a>"
        _ = Script.read(document, .xml)
        // As in the other tests: the best of a few attempts.
        let growths = try (0..<3).map { _ in
            let before = try Self.resident()
            for _ in 0..<2000 { _ = Script.read(document, .xml) }
            return try Self.resident() - before
        }
        #expect(growths.contains { $0 < 16 << 20 })
    }
}
