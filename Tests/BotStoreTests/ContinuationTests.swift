import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

private let heir = RoomID("!heir")

extension Store {
    /// The hall goes on in another room.
    fileprivate func upgrade(_ room: RoomID = hall, to replacement: RoomID = heir, position: String)
        async throws
    {
        var batch = try await batch([], to: position)
        batch.continuations = [RoutedBatch.Continuation(room: replacement, predecessor: room)]
        try await accept([batch], at: now)
    }

    fileprivate func words(in room: RoomID) async throws -> [String] {
        try await discussion(in: room, isDirect: false).thread().comments.map { comment in
            "\(comment.label)\(comment.parent.map { "<\($0)" } ?? "")"
                + (comment.paragraphs.first.map { " \($0.text)" } ?? "")
        }
    }
}

@Suite struct `A room that goes on in another` {
    @Test func `has its comments there, and new ones in the same thread`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.upgrade(position: "up")
            try await store.perform([comment("$b", "two", repliesTo: "$a")], as: "$2", in: heir)
            #expect(try await store.words(in: heir) == ["#c1 one", "#c2<#c1 two"])
            #expect(try await store.words(in: hall) == ["#c1 one", "#c2<#c1 two"])
        }
    }

    @Test func `still hears in the old room that words are taken back`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.upgrade(position: "up")
            try await store.perform([.remove(EventID("$a"))], as: "$2")
            #expect(try await store.words(in: heir) == ["#c1"])
        }
    }

    @Test func `has the plugins' settings there, and its own from then on`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let key = "room/\(hall)"
            try await store.perform([.set(key: key, value: "on", sources: [], plugin: nil)], as: "$1")
            try await store.upgrade(position: "up")
            let state = store.state(of: "archive", in: heir)
            #expect(try await state.value("room/\(heir)") == "on")
            try await store.perform(
                [.set(key: "room/\(heir)", value: "off", sources: [], plugin: nil)],
                as: "$2",
                in: heir
            )
            try await store.upgrade(position: "again")
            #expect(try await state.value("room/\(heir)") == "off")
        }
    }

    @Test func `posts its schedules where it goes on, however often that happens`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let schedule = ScheduleDraft(
                expression: try CronExpression("0 18 * * *"),
                zone: "UTC",
                room: hall,
                command: "summary",
                author: ada,
                missed: .once
            )
            try await store.perform([.schedule(schedule, next: now)], as: "$1")
            try await store.upgrade(position: "up")
            try await store.upgrade(heir, to: RoomID("!heir of the heir"), position: "up again")
            #expect(try await store.pendingSchedules().map(\.draft.room) == [RoomID("!heir of the heir")])
            #expect(try await store.schedules(in: heir).schedules().count == 1)
        }
    }

    @Test func `does not swallow a room in which comments were kept before`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.perform([comment("$b", "other")], as: "$2", in: heir)
            try await store.upgrade(position: "up")
            #expect(try await store.words(in: heir) == ["#c1 other"])
        }
    }
}

@Suite struct `What the core does of its own accord` {
    @Test func `leaves once, and lets everything else in its room leave first where it can wait`()
        async throws
    {
        try await DataFolder.run { folder in
            let store = folder.store
            let content = MessageContent(text: MessageText(msgtype: "m.notice", body: "words"))
            let state = OutboxDraft(
                name: "describe",
                room: hall,
                body: .state(type: "t", key: "k", content: "{}"),
                canWait: true
            )
            for position in ["one", "two"] {
                var batch = try await store.batch([], to: position)
                batch.posts = [state, OutboxDraft(name: "hello", room: hall, body: .message(content))]
                try await store.accept([batch], at: now)
            }
            #expect(try await store.outboxCount() == 2)
            #expect(try await store.nextToSend(in: hall)?.name == "hello")
            try await store.settle([("hello", EventID("$h"))], at: now)
            #expect(try await store.nextToSend(in: hall)?.name == "describe")
        }
    }

    @Test func `tells a room of missed commands only when its past is there`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let absence = try #require(
                Absence(since: now - 7200, until: now, answerWithin: .seconds(3600))
            )
            let gap = RoutedBatch.Gap(room: hall, from: "bot", to: nil, absence: absence)
            var batch = try await store.batch([], gaps: [gap], to: "s1")
            let missed = Said(id: "$1").routed
            batch.events = [
                RoutedBatch.Routed(event: missed.event, room: hall, kind: .command, missed: absence)
            ]
            try await store.accept([batch], at: now)
            let tell: @Sendable (MissedCommands) -> OutboxDraft = { missed in
                let content = MessageContent(text: MessageText(msgtype: "m.notice", body: "\(missed.count)"))
                return OutboxDraft(name: "told", room: missed.room, body: .message(content))
            }
            try await store.tellMissedCommands(tell)
            #expect(try await store.outboxCount() == 0)
            let open = try #require(try await store.openGaps().first)
            #expect(open.absence == absence)
            try await store.fill(open, with: batch.events, unreadable: [], next: nil, at: now)
            try await store.tellMissedCommands(tell)
            try await store.tellMissedCommands(tell)
            guard case .message(let content)? = try await store.nextToSend(in: hall)?.body else {
                Issue.record("The room should be told.")
                return
            }
            #expect(content.text.body == "1", "the same event again is not counted again")
        }
    }

    @Test func `keeps who could read a comment when it was said`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.perform([comment("$a", "one")], as: "$1")
            #expect(try folder.texts("SELECT visibility FROM comment") == ["shared"])
        }
    }
}
