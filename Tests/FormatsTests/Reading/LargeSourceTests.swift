import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `A source with bytes changed at random` {
    private static let sources: [(SourceFormat, String)] = [
        (
            .wordPressExport,
            SampleExport.export(
                "<item>\(SampleExport.head("T"))\(SampleExport.comment("1", "<p>Zoë</p>x"))\(SampleExport.comment("2", parent: "1", "y"))</item>"
            )
        ),
        (
            .feed,
            "<rss><channel><title>T</title><item><guid>#comment-1</guid><description>&lt;p&gt;x</description></item>"
                + "</channel></rss>"
        ),
        (
            .htmlPage,
            "<article><h1>H</h1><p>é</p></article><li id=comment-1 class=comment><b class=fn>A</b><p>x<ol>"
                + "<li id=comment-2 class=comment><p>y</ol><script type='application/ld+json'>{\"comment\":[{\"@type\":"
                + "\"Comment\",\"@id\":\"3\",\"text\":\"z\"}]}</script>"
        ),
        (
            .elementExport,
            "{\"messages\":[{\"type\":\"m.room.message\",\"event_id\":\"$1\",\"sender\":\"@a:b\",\"origin_server_ts\":1,"
                + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"x\"}},{\"type\":\"m.room.name\"}]}"
        ),
        (
            .archiveLines,
            "{\"type\":\"archive\",\"version\":1}\n{\"type\":\"statement\",\"number\":1,\"title\":\"T\",\"paragraphs\":[]}\n"
                + "{\"type\":\"comment\",\"statement\":1,\"id\":\"c1\",\"paragraphs\":[\"x\"]}\n"
        ),
    ]

    @Test(arguments: sources)
    func `is read, or is an error`(format: SourceFormat, text: String) async {
        var chance = SeededGenerator(seed: 11)
        let signs = Array("<>&;\"'[]{}:,!-/?= \\a0\u{0}\n".utf8) + [0xFF, 0xC3, 0xE9]
        for _ in 0..<400 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...5, using: &chance) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(signs.randomElement(using: &chance) ?? 0, at: place)
                case 2: bytes.removeLast(Int.random(in: 0..<min(bytes.count, 40), using: &chance))
                default: bytes[place] = signs.randomElement(using: &chance) ?? 0
                }
            }
            let size = Int.random(in: 1...50, using: &chance)
            let reading = await Reading(bytes, pieces: size) { format.reader(bytes: $0) }
            #expect(await Reading(bytes) { format.reader(bytes: $0) } == reading, "\(bytes)")
        }
    }
}

@Suite(.serialized) struct `A large source` {
    private static func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }

    /// Other tests of this process take memory too, for a while: of a few attempts the best
    /// counts, and half of what was read is much.
    private static func isFlat(
        _ format: SourceFormat,
        megabytes: Int,
        beginning: String,
        end: String,
        part: @escaping (Int) -> String
    ) async throws -> Bool {
        for _ in 0..<4 {
            let growth = try await growth(
                format,
                megabytes: megabytes,
                beginning: beginning,
                end: end,
                part: part
            )
            if growth < megabytes << 19 { return true }
        }
        return false
    }

    /// - Returns: How much memory grew after the first tenth.
    private static func growth(
        _ format: SourceFormat,
        megabytes: Int,
        beginning: String,
        end: String,
        part: @escaping (Int) -> String
    ) async throws -> Int {
        var written = 0
        var number = 0
        var isDone = false
        var source = format.reader {
            if isDone { return [] }
            var piece = number == 0 ? beginning : ""
            while piece.utf8.count < 64 << 10 {
                number += 1
                piece += part(number)
            }
            written += piece.utf8.count
            isDone = written > megabytes << 20
            return Array((isDone ? piece + end : piece).utf8)
        }
        var count = 0
        var before: Int?
        try await source?.read { _ in
            count += 1
            if before == nil, written > megabytes << 20 / 10 { before = try Self.resident() }
        }
        #expect(count > number)
        return try Self.resident() - (before ?? 0)
    }

    @Test func `takes no more memory than a small one`() async throws {
        let words = String(repeating: "words of a comment and more\n\n", count: 60)
        let export = SampleExport.export("<item>\(SampleExport.head("T"))SPLIT</item>").split(
            separator: "SPLIT"
        ).map(
            String.init
        )
        let isWordPressFlat = try await Self.isFlat(
            .wordPressExport,
            megabytes: 50,
            beginning: export[0],
            end: export[1],
            part: { SampleExport.comment("\($0)", parent: "\($0 - 1)", words) }
        )
        #expect(isWordPressFlat)
        let body = words.replacing("\n", with: "\\n")
        let message =
            "{\"type\":\"m.room.message\",\"event_id\":\"$1\",\"sender\":\"@a:b\",\"origin_server_ts\":1,"
            + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"\(body)\"}},\n"
        let isElementFlat = try await Self.isFlat(
            .elementExport,
            megabytes: 40,
            beginning: "{\"room_name\":\"x\",\"messages\":[3,",
            end: "3]}",
            part: { _ in message }
        )
        #expect(isElementFlat)
    }
}
