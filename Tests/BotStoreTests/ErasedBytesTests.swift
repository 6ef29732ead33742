import Foundation
import MatrixTypes
import PluginAPI
import Testing

@testable import BotStore

@Suite struct `Erased words` {
    /// Where rows of all lengths come, change and go, SQLite moves them between pages, and what it copies from one page
    /// to another it leaves where it was, between the rows.
    @Test(arguments: [1, 14])
    func `are in no gap between rows that were moved`(seed: UInt64) async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                var crowd = Crowd(state: seed)
                for round in 0..<12 {
                    try await store.perform((0..<60).flatMap { _ in crowd.talk() }, as: "$round\(round)")
                    guard round % 3 == 1 else { continue }
                    _ = try await store.forget(
                        .person("@ada:demo", room: nil),
                        at: now.addingTimeInterval(-100)
                    )
                }
                _ = try await store.forget(.person("@bo:demo", room: nil), at: now)
                #expect(try await store.erase())
                #expect(try !premises.hasBytes(of: "heliotrope"))
            }
        }
    }
}

/// Ada and Bo, who say much and little; Bo says heliotrope.
private struct Crowd {
    /// The same numbers for the same beginning.
    var state: UInt64
    private var events = 0

    init(state: UInt64) { self.state = state &* 0x9E37_79B9_7F4A_7C15 }

    mutating func talk() -> [StoredAction] {
        events += 1
        let (event, isBo) = ("$\(events)", next(below: 3) == 0)
        let said = comment(event, words(isBo, atMost: 120), by: isBo ? bo : ada)
        guard next(below: 4) == 0 else { return [said] }
        return [said, edit("\(event)e", of: event, words(isBo, atMost: 60), by: isBo ? bo : ada)]
    }

    private mutating func words(_ isBo: Bool, atMost longest: Int) -> String {
        (0...next(below: longest)).map { _ in
            isBo ? "heliotrope\(next(below: 50))" : "word\(next(below: 500))"
        }
        .joined(separator: " ")
    }

    private mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
