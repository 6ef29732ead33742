import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

private let heir = RoomID("!heir")

/// That somebody is in the room, or not.
private func membership(_ membership: String, of person: UserID = bo, after seconds: Double = 0) -> Event {
    Event(
        id: EventID("$\(membership) \(person) \(seconds)"),
        type: "m.room.member",
        sender: ada,
        sentAt: now.addingTimeInterval(seconds),
        stateKey: person.rawValue,
        content: .member(Member(membership: membership))
    )
}

extension Store {
    fileprivate func keep(_ events: [(room: RoomID, event: Event)], to position: String) async throws {
        var batch = try await batch([], to: position)
        batch.state = events
        try await accept([batch], at: now)
    }

    fileprivate func banned(in room: RoomID = hall) async throws -> Set<UserID> {
        try await discussion(in: room, isDirect: false).banned()
    }
}

@Suite struct `Who is banned` {
    @Test func `stays it until somebody says otherwise, in one room`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            #expect(try await store.banned().isEmpty)
            try await store.keep([(hall, membership("ban")), (hall, membership("leave", of: ada))], to: "s1")
            #expect(try await store.banned() == [bo])
            #expect(try await store.banned(in: cellar).isEmpty)
            try await store.keep([(hall, membership("leave"))], to: "s2")
            #expect(try await store.banned().isEmpty)
        }
    }

    @Test func `is it where the room goes on, until that room says otherwise`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.keep([(hall, membership("ban")), (hall, membership("ban", of: ada))], to: "s1")
            var batch = try await store.batch([], to: "up")
            batch.continuations = [RoutedBatch.Continuation(room: heir, predecessor: hall)]
            try await store.accept([batch], at: now)
            #expect(try await store.banned(in: heir) == [ada, bo])
            try await store.keep([(heir, membership("join"))], to: "s2")
            #expect(try await store.banned(in: heir) == [ada])
        }
    }

    @Test(arguments: [(1.0, true), (-1.0, false)])
    func `is not banned by a past that something newer is known of`(seconds: Double, isBanned: Bool)
        async throws
    {
        try await DataFolder.run { folder in
            let store = folder.store
            let gap = RoutedBatch.Gap(room: hall, from: "s1", to: nil, absence: nil)
            var batch = try await store.batch([], gaps: [gap], to: "s2")
            batch.state = [(hall, membership("leave"))]
            try await store.accept([batch], at: now)
            let open = try #require(try await store.openGaps().first)
            let state = [membership("ban", after: seconds), membership("ban", of: ada, after: seconds)]
            try await store.fill(open, with: [], unreadable: [], state: state, next: nil, at: now)
            #expect(try await store.banned() == (isBanned ? [ada, bo] : [ada]))
        }
    }
}

@Suite struct `A message of ours that has a name` {
    @Test func `is found by its event, as long as the name is its own`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let names = store.state(of: "archive", in: hall)
            try await store.perform([draft("n", alias: "digest")], as: "$1")
            #expect(try await names.name(of: EventID("$sent")) == nil)
            try await store.settle([("n", EventID("$sent"))], at: now)
            #expect(try await names.name(of: EventID("$sent")) == "digest")
            #expect(try await store.state(of: "quote", in: hall).name(of: EventID("$sent")) == nil)
            #expect(try await store.state(of: "archive", in: cellar).name(of: EventID("$sent")) == nil)
            try await store.perform([draft("m", alias: "digest")], as: "$2")
            #expect(try await names.name(of: EventID("$sent")) == nil, "the name was given again")
        }
    }
}

@Suite struct `A thread of the chat` {
    @Test func `holds what was said in it, whatever it began with`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.perform([comment("$b", "two", threadRoot: "$a")], as: "$2")
            try await store.perform([comment("$c", "three", threadRoot: "$ours")], as: "$3")
            try await store.perform([comment("$d", "four", threadRoot: "$a")], as: "$4", in: cellar)
            let discussion = store.discussion(in: hall, isDirect: false)
            func labels(_ root: String) async throws -> [String] {
                try await discussion.labels(inThread: EventID(root)).map(\.description)
            }
            #expect(try await labels("$a") == ["#c1", "#c2"])
            #expect(try await labels("$ours") == ["#c3"])
            #expect(try await labels("$b") == ["#c2"])
            #expect(try await labels("$elsewhere") == [])
        }
    }
}
