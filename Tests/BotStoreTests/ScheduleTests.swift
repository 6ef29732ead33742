import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `A stored schedule` {
    private func schedule(_ text: String = "*/15 * * * *", next seconds: Double?) throws -> StoredAction {
        .schedule(
            ScheduleDraft(
                expression: try CronExpression(text),
                zone: "UTC",
                room: hall,
                command: "summary chat",
                author: ada,
                missed: .once
            ),
            next: seconds.map { now.addingTimeInterval($0) }
        )
    }

    private func tick(_ seconds: Double) -> Store.Tick {
        let cause = Invocation.Cause.schedule(
            id: EventID("$1"),
            instant: now.addingTimeInterval(seconds),
            zone: "UTC"
        )
        let invocation = Invocation(command: "summary", text: "chat", sender: ada, room: hall, cause: cause)
        return Store.Tick(
            instant: now.addingTimeInterval(seconds),
            plugin: "summary",
            stored: StoredInput(
                input: .command(invocation),
                senderPowerLevel: 50,
                isDirect: false,
                visibility: "shared",
                relay: nil
            )
        )
    }

    @Test func `is made once by one event, and numbered for good`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([schedule(next: 1), schedule(next: 2)], as: "$1")
            try await store.perform([schedule(next: 3)], as: "$2")
            try await store.perform([.unschedule(number: 2)], as: "$3")
            try await store.perform([schedule(next: 4)], as: "$4")
            let schedules = try await store.schedules(in: hall).schedules()
            #expect(schedules.map(\.number) == [1, 3])
            #expect(schedules.map(\.next) == [1, 4].map { now.addingTimeInterval($0) })
            #expect(try await store.pendingSchedules().map(\.id.rawValue) == ["$1", "$4"])
        }
    }

    @Test func `ticks each instant once`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([schedule(next: 10)], as: "$1")
            let found = try #require(try await store.pendingSchedules().first)
            let next = now.addingTimeInterval(20)
            for _ in 1...2 { try await store.tick(found, inputs: [tick(10)], next: next, at: now) }
            #expect(try await store.ready("summary") == ["schedule/$1/1700000010000"])
            #expect(try await store.pendingSchedules().map(\.next) == [next])
        }
    }

    @Test func `does not tick when it has ended meanwhile`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([schedule(next: 10)], as: "$1")
            let found = try #require(try await store.pendingSchedules().first)
            try await store.perform([.unschedule(number: 1)], as: "$2")
            try await store.tick(found, inputs: [tick(10)], next: nil, at: now)
            #expect(try await store.ready("summary") == [])
            #expect(try await store.pendingSchedules().isEmpty)
        }
    }

    @Test func `is over when it has no next instant`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.perform([schedule(next: nil)], as: "$1")
            #expect(try await folder.store.pendingSchedules().isEmpty)
            #expect(try await folder.store.schedules(in: hall).schedules().count == 1)
        }
    }
}
