import BotStore
import Foundation
import Testing

@testable import MatrixTypes

@Suite struct `The figures of a store` {
    @Test func `are nought before anything has happened`() async throws {
        try await DataFolder.run { folder async throws in
            let nothing = StoreFigures(
                lanes: [:],
                outbox: StoreFigures.Queue(count: 0, oldest: nil),
                wedged: 0,
                openGaps: 0,
                abandonedGaps: 0,
                unreadableEvents: 0,
                failedInputs: 0
            )
            #expect(try await folder.store.figures() == nothing)
        }
    }

    @Test func `say how many inputs wait for each plugin, and since when`() async throws {
        try await DataFolder.run { folder async throws in
            let store = folder.store
            let said = [
                Said(id: "$1", plugins: ["archive", "quote"]), Said(id: "$2", plugins: ["archive"]),
            ]
            try await store.accept(said, to: "one")
            let later = try await store.batch([Said(id: "$3", plugins: ["quote"])], to: "two")
            try await store.accept([later], at: now.addingTimeInterval(60))
            #expect(
                try await store.figures().lanes == [
                    "archive": StoreFigures.Queue(count: 2, oldest: now),
                    "quote": StoreFigures.Queue(count: 2, oldest: now),
                ]
            )
            try await store.handleAll("archive")
            let first = try await store.turn(for: "quote", after: [], limit: 1)
            try await store.commit(
                first.map { Outcome(entry: $0, result: .done([], isUnderstood: true)) },
                at: now
            )
            #expect(
                try await store.figures().lanes == [
                    "archive": StoreFigures.Queue(count: 0, oldest: nil),
                    "quote": StoreFigures.Queue(count: 1, oldest: now.addingTimeInterval(60)),
                ]
            )
        }
    }

    @Test func `say how many messages wait to leave, and how old the cause of the oldest is`() async throws {
        try await DataFolder.run { folder async throws in
            let store = folder.store
            let names = ["1700000009000/quote/$1/0", "1700000002500/quote/$1/0", "join/!hall:demo/one"]
            try await store.perform(names.map { draft($0) }, as: "$1")
            let oldest = Date(timeIntervalSince1970: 1_700_000_002.5)
            #expect(try await store.figures().outbox == StoreFigures.Queue(count: 3, oldest: oldest))

            try await store.wedge(names[1], reason: "no")
            try await store.settle([(names[0], EventID("$sent"))], at: now)
            let figures = try await store.figures()
            #expect(figures.outbox == StoreFigures.Queue(count: 1, oldest: nil))
            #expect(figures.wedged == 1)
        }
    }

    @Test func `count gaps by whether they can still be filled`() async throws {
        try await DataFolder.run { folder async throws in
            let store = folder.store
            let gaps = ["a", "b", "c"].map { RoutedBatch.Gap(room: hall, from: $0, to: nil, absence: nil) }
            try await store.accept([], gaps: gaps, to: "one")
            let open = try await store.openGaps()
            try await store.fill(open[0], with: [], unreadable: [], next: nil, at: now)
            try await store.abandon(open[1], at: now)
            let figures = try await store.figures()
            #expect((figures.openGaps, figures.abandonedGaps) == (1, 1))
        }
    }

    @Test func `count what was set aside, by whose fault it is`() async throws {
        try await DataFolder.run { folder async throws in
            let store = folder.store
            let unreadable = SyncBatch.UnreadableEvent(room: hall, id: EventID("$odd"), reason: "odd")
            try await store.accept([Said(id: "$1"), Said(id: "$2")], unreadable: [unreadable], to: "one")
            let entries = try await store.turn(for: "quote", after: [], limit: 2)
            try await store.commit(
                entries.map { Outcome(entry: $0, result: .setAside(reason: "fell over", [])) },
                at: now
            )
            let figures = try await store.figures()
            #expect((figures.unreadableEvents, figures.failedInputs) == (1, 2))
        }
    }
}
