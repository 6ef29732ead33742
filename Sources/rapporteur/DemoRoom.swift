internal import BotStore
internal import Endpoint
internal import MatrixTypes

/// The room of the demo, as the terminal uses it.
struct DemoRoom: Sendable {
    let homeserver: EmbeddedHomeserver
    let store: Store
    let room: RoomID
    let you: UserID
    let bot: UserID
    let pageAddress: String
    let positionKey: String

    /// Returns when the bot has stored its first position: what is said from now on is answered.
    func waitForBot() async throws {
        for await _ in await store.changes(in: .inbox) {
            if try await store.position(of: positionKey) != nil { return }
        }
    }

    /// Says something, and returns when it was answered or surely ignored.
    func say(_ words: String) async throws {
        let event = try homeserver.say(words, as: you, in: room)
        // A turn of the inbox rings before its rows are gone from the outbox, so both bells are listened to.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for table in [Bells.Table.inbox, .outbox] {
                group.addTask {
                    for await _ in await store.changes(in: table) where try await store.isSettled(event) {
                        return
                    }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// What the bot has said after a place in the room's order, but what it took back.
    func answers(after order: Int) -> [RecordedEvent] {
        homeserver.timeline(of: room).filter { event in
            event.order > order && event.sender == bot && event.type == "m.room.message"
                && !event.isRedacted
        }
    }
}
