import BotStore
import Foundation
@testable import MatrixTypes
import PluginAPI
import Testing

@Suite struct `What comes in` {
    @Test func `is one thing however often it comes`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.accept([Said(id: "$1"), Said(id: "$2")], to: "s1")
            let before = try folder.everything().filter { !$0.hasPrefix("position") }
            try await folder.store.accept([Said(id: "$1"), Said(id: "$2")], to: "s2")
            #expect(try folder.everything().filter { !$0.hasPrefix("position") } == before)
            #expect(try await folder.store.ready("quote") == ["$1", "$2"])
        }
    }

    @Test func `stays handled when it comes again`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.accept([Said(id: "$1")], to: "s1")
            try await folder.store.handleAll("quote")
            try await folder.store.accept([Said(id: "$1")], to: "s2")
            #expect(try await folder.store.inboxCount() == 0)
        }
    }

    @Test func `is refused from another position, whole`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([], to: "s1")
            let batch = try await store.batch([Said(id: "$1")], to: "s2")
            try await store.accept([], to: "elsewhere")
            let before = try folder.everything()
            await #expect(throws: Store.IntakeError.otherPosition(expected: "s1", found: "elsewhere")) {
                try await store.accept([batch], at: now)
            }
            #expect(try folder.everything() == before)
        }
    }

    @Test func `is refused whole where the second of two batches does not follow`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let batch = try await store.batch([Said(id: "$1")], to: "s1")
            await #expect(throws: Store.IntakeError.self) { try await store.accept([batch, batch], at: now) }
            #expect(try await store.position(of: "bot") == nil)
            #expect(try await store.inboxCount() == 0)
        }
    }

    @Test func `is named after its cause`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.accept([Said(id: "$1")], to: "s1")
            let entry = try #require(try await folder.store.turn(for: "quote", after: [], limit: 1).first)
            #expect(entry.name("0") == "1700000000000/quote/$1/0")
        }
    }

    @Test func `is counted where it could not be read, with an id or without`() async throws {
        try await DataFolder.run { folder in
            let unreadable = ["$bad", nil, nil].map {
                SyncBatch.UnreadableEvent(room: hall, id: $0.map { EventID($0) }, reason: "x is missing")
            }
            try await folder.store.accept([], unreadable: unreadable, to: "s1")
            #expect(try await folder.store.audit(of: hall).audit().unreadable == 3)
        }
    }

    @Test func `is not called unreadable where only a plugin failed`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.accept([Said(id: "$1")], to: "s1")
            let entry = try #require(try await folder.store.turn(for: "quote", after: [], limit: 1).first)
            try await folder.store.commit(
                [Outcome(entry: entry, result: .setAside(reason: "failed", []))],
                at: now
            )
            #expect(try await folder.store.audit(of: hall).audit().unreadable == 0)
            #expect(try folder.texts("SELECT source FROM aside") == ["quote/$1"])
            #expect(try await folder.store.inboxCount() == 0)
        }
    }

    @Test func `leaves a gap in every room where the position was forgotten`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.accept([Said(id: "$1"), Said(id: "$2", room: cellar)], to: "s1")
            try await folder.store.forgetPosition(of: "bot", at: now)
            #expect(try await folder.store.position(of: "bot") == nil)
            #expect(try await Store.audits(directory: folder.path).map(\.audit.gaps) == [1, 1])
            #expect(try await folder.store.openGaps().isEmpty)
        }
    }
}
