import BotStore
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `A message on its way out` {
    @Test func `is one message however often it is written`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("n", "first")], as: "$1")
            try await store.perform([draft("n", "second")], as: "$2")
            #expect(try await store.outboxCount() == 1)
            let entry = try #require(try await store.nextToSend(in: hall))
            #expect(entry.name == "n")
            #expect(
                entry.body
                    == .message(
                        MessageContent(text: MessageText(msgtype: "m.notice", body: "first"), rowName: "n")
                    )
            )
        }
    }

    @Test func `is not sent again when it is written after it was sent`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("n")], as: "$1")
            try await store.settle([("n", EventID("$sent"))], at: now)
            try await store.settle([("n", EventID("$other"))], at: now)
            try await store.perform([draft("n")], as: "$2")
            #expect(try await store.outboxCount() == 0)
            #expect(try folder.texts("SELECT event_id FROM sent") == ["$sent"])
        }
    }

    @Test(arguments: [true, false])
    func `is settled by its echo, before or after it is written`(isBefore: Bool) async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            if !isBefore { try await store.perform([draft("n")], as: "$1") }
            try await store.accept([Said(id: "$echo", settles: "n")], to: "echo")
            if isBefore { try await store.perform([draft("n")], as: "$1") }
            #expect(try await store.outboxCount() == 0)
            #expect(try await store.nextToSend(in: hall) == nil)
            #expect(try folder.texts("SELECT name || ' ' || event_id FROM sent") == ["n $echo"])
        }
    }

    @Test func `leaves in order within its room`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("a"), draft("c", room: cellar), draft("b")], as: "$1")
            #expect(Set(try await store.roomsWithPending()) == [hall, cellar])
            #expect(try await store.nextToSend(in: hall)?.name == "a")
            try await store.settle([("a", EventID("$a"))], at: now)
            #expect(try await store.nextToSend(in: hall)?.name == "b")
            try await store.settle([("b", EventID("$b"))], at: now)
            #expect(try await store.roomsWithPending() == [cellar])
        }
    }

    @Test func `that is refused does not hold up its room, and its words go`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("a", "heliotrope"), draft("b")], as: "$1")
            try await store.wedge("a", reason: "M_TOO_LARGE")
            #expect(try await store.nextToSend(in: hall)?.name == "b")
            #expect(try folder.numbers("SELECT length(body) FROM outbox WHERE name = 'a'") == [0])
            // An echo shows that it did leave.
            try await store.accept([Said(id: "$a", settles: "a")], to: "echo")
            #expect(try folder.texts("SELECT name FROM outbox") == ["b"])
        }
    }

    @Test func `remembers what it shows`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let shown = try [PassageReference(parsing: "4.1")]
            try await store.perform([draft("n", shown: shown)], as: "$1")
            #expect(try await store.discussion(in: hall, isDirect: false).shown(by: EventID("$sent")).isEmpty)
            try await store.settle([("n", EventID("$sent"))], at: now)
            #expect(
                try await store.discussion(in: hall, isDirect: false).shown(by: EventID("$sent")) == shown
            )
        }
    }
}

@Suite struct `A message that refers to another of ours` {
    private func change(_ name: String, _ alias: String) -> StoredAction {
        draft(name, body: .redaction(.sent(alias)))
    }

    @Test func `finds its target when that has left`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("a", alias: "poll"), change("b", "poll")], as: "$1")
            #expect(try await store.nextToSend(in: hall)?.name == "a")
            try await store.settle([("a", EventID("$a"))], at: now)
            #expect(try await store.nextToSend(in: hall)?.body == .redaction(.event(EventID("$a"))))
        }
    }

    @Test func `means the message that had the name when it was written`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [draft("a", alias: "poll"), change("b", "poll"), draft("c", alias: "poll")],
                as: "$1"
            )
            try await store.perform([change("d", "poll")], as: "$2")
            try await store.settle([("a", EventID("$a"))], at: now)
            #expect(try await store.nextToSend(in: hall)?.body == .redaction(.event(EventID("$a"))))
            try await store.settle([("b", EventID("$b")), ("c", EventID("$c"))], at: now)
            #expect(try await store.nextToSend(in: hall)?.body == .redaction(.event(EventID("$c"))))
        }
    }

    @Test func `is set aside with its target, and the room goes on`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [draft("a", alias: "poll"), change("b", "poll"), change("c", "none"), draft("d")],
                as: "$1"
            )
            try await store.wedge("a", reason: "no")
            #expect(try await store.nextToSend(in: hall)?.name == "d")
            #expect(try folder.texts("SELECT name FROM outbox WHERE state = 1") == ["a", "b", "c"])
        }
    }

    @Test func `does not find the messages of other plugins and rooms`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([draft("a", alias: "poll")], as: "$1")
            try await store.settle([("a", EventID("$a"))], at: now)
            try await store.perform([change("b", "poll")], as: "$2", plugin: "other")
            #expect(try await store.nextToSend(in: hall) == nil)
        }
    }
}
