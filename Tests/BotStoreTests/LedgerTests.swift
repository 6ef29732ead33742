@testable import BotStore
import Discussion
import Foundation
import PluginAPI
import TestSupport
import Testing

/// The lines of a ledger's file.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    func add(_ line: String) { lock.withLock { lines.append(line) } }

    var all: [String] { lock.withLock { lines } }
}

extension Store {
    /// Exports the ledger at an instant.
    fileprivate func ledger(after seconds: Double = 0) async throws -> [String] {
        let instant = now.addingTimeInterval(seconds)
        let copy = try await publishedCopy()
        _ = try await appendToLedger(copy, at: instant)
        let lines = Lines()
        try await writeLedger(copy, at: instant) { lines.add($0) }
        return lines.all
    }

    fileprivate func beginLedger() async throws {
        try await importPage(
            letter(),
            comments: [
                pageComment("1", "keeps its words", by: "Reader"),
                pageComment("1.1", "takes them back", parent: "1", by: "Writer"),
                pageComment("2", "is edited later"),
            ],
            digest: "1",
            at: now
        )
    }
}

private func verdict(on lines: [String], continuing earlier: LedgerVerifier.Verdict? = nil)
    throws(LedgerError)
    -> LedgerVerifier.Verdict
{
    var verifier = LedgerVerifier(continuing: earlier)
    for line in lines { try verifier.take(Array(line.utf8)) }
    return try verifier.verdict()
}

@Suite struct `The ledger` {
    @Test func `says what was published, and bears verification`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.beginLedger()
            let lines = try await folder.store.ledger()
            let found = try verdict(on: lines)
            #expect((found.count, found.open, found.closed) == (4, 4, 0))
            #expect(lines.contains { $0.contains("keeps its words") })
            #expect(try await folder.store.ledger() == lines, "the same again is the same file")
        }
    }

    @Test func `goes on from where it was, and shows that nothing before was changed`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.beginLedger()
            let first = try verdict(on: try await store.ledger())
            try await store.importPage(
                letter(),
                comments: [
                    pageComment("1", "keeps its words", by: "Reader"),
                    pageComment("1.1", "takes them back", parent: "1", by: "Writer"),
                    pageComment("2", "is edited later on"), pageComment("3", "is new"),
                ],
                digest: "2",
                at: now
            )
            let second = try verdict(on: try await store.ledger(after: 60), continuing: first)
            #expect((second.count, second.open, second.closed) == (6, 5, 1))
            #expect(second.key == first.key)
        }
        try await DataFolder.run { folder in
            try await folder.store.beginLedger()
            let other = try verdict(on: try await folder.store.ledger())
            try await DataFolder.run { another in
                try await another.store.beginLedger()
                let lines = try await another.store.ledger()
                #expect(throws: LedgerError.notContinued(count: 4)) {
                    try verdict(on: lines, continuing: other)
                }
            }
        }
    }

    @Test func `closes what is removed at once, and stays whole`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.beginLedger()
            let before = try await store.ledger()
            let salt = try #require(
                before.first { $0.contains("takes them back") }.flatMap { line in
                    line.range(of: "\"salt\":\"").map { String(line[$0.upperBound...].prefix(64)) }
                }
            )
            let bytes = try #require([UInt8](hexadecimal: salt))
            _ = try await store.forget(.comment(CommentLabel("1.1"), room: nil, statement: 1), at: now)
            #expect(try folder.numbers("SELECT count(*) FROM ledger WHERE salt IS NULL") == [1])
            #expect(try await store.erase())
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + file))
                #expect(data.range(of: Data(bytes)) == nil, "the salt is still in \(file)")
            }
            let after = try await store.ledger(after: 60)
            let found = try verdict(on: after, continuing: try verdict(on: before))
            #expect((found.count, found.closed) == (4, 1))
            #expect(!after.contains { $0.contains("takes them back") })
        }
    }

    @Test func `shows whatever was changed in it`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.beginLedger()
            let lines = try await folder.store.ledger()
            func changed(_ change: (inout [String]) -> Void) -> [String] {
                var copy = lines
                change(&copy)
                return copy
            }
            func replacing(_ old: String, _ new: String) -> [String] {
                lines.map { $0.replacing(old, with: new) }
            }
            #expect(throws: LedgerError.otherWords(number: 2)) {
                try verdict(on: replacing("keeps its words", "keeps his words"))
            }
            #expect(throws: LedgerError.gap(line: 3, found: 3, expected: 2)) {
                try verdict(on: changed { $0.remove(at: 2) })
            }
            #expect(throws: LedgerError.gap(line: 3, found: 3, expected: 2)) {
                try verdict(on: changed { $0.swapAt(2, 3) })
            }
            #expect(throws: LedgerError.cutShort(lines: 5)) { try verdict(on: changed { $0.removeLast() }) }
            #expect(throws: LedgerError.missingEntries(found: 3, expected: 4)) {
                try verdict(on: changed { $0.remove(at: 4) })
            }
            #expect(throws: LedgerError.brokenChain(number: 1)) {
                try verdict(on: replacing("\"at\":1700000000000", "\"at\":1700000000001"))
            }
            #expect(throws: LedgerError.badSignature) {
                try verdict(on: changed { $0[5] = $0[5].replacing("1700000000000", with: "1700000000001") })
            }
            #expect(throws: LedgerError.unreadable(line: 2)) { try verdict(on: changed { $0[1] = "{}" }) }
            #expect(throws: LedgerError.afterEnd(line: 7)) {
                try verdict(on: changed { $0.append($0[5]) })
            }
            #expect(throws: LedgerError.cutShort(lines: 0)) { try verdict(on: []) }
        }
    }
}
