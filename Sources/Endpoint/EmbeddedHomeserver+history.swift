package import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// In which direction history is read.
    enum Direction: String, Sendable {
        case backwards = "b"
        case forwards = "f"
    }

    /// Everything that happened in a room, oldest first.
    package func timeline(of room: RoomID) -> [RecordedEvent] {
        state.use { $0.rooms[room]?.timeline ?? [] }
    }

    /// A page of a room's history, as `/messages` answers.
    func messages(
        in room: RoomID,
        for user: UserID,
        from: StreamPosition?,
        to: StreamPosition?,
        _ direction: Direction,
        limit: Int
    ) throws(StreamMessage.Refusal) -> JSONText {
        let (found, newest) = try state.use { state throws(StreamMessage.Refusal) in
            guard let room = state.rooms[room], let membership = room.memberships[user],
                ["join", "leave"].contains(membership.kind)
            else { throw .forbidden("\(user) is not in the room \(room).") }
            // Who has left sees no further than that.
            return (room, membership.kind == "join" ? state.order : membership.since)
        }
        let start = min(from?.order ?? (direction == .forwards ? 0 : newest), newest)
        let range =
            direction == .forwards ? (start, min(to?.order ?? newest, newest)) : (to?.order ?? 0, start)
        let all = found.events(after: range.0, through: max(range.0, range.1))
        let page = direction == .forwards ? Array(all.prefix(limit)) : all.suffix(limit).reversed()
        let end = page.last.map { direction == .forwards ? $0.order : $0.order - 1 }
        let isLastPage = page.count == all.count
        return .object([
            "start": .string(StreamPosition(order: start, epoch: epoch).text),
            "chunk": .list(page.map { $0.json(for: user, in: room) }),
            "end": isLastPage ? nil : end.map { .string(StreamPosition(order: $0, epoch: epoch).text) },
        ])
    }

    /// The content of a piece of state, as it is now.
    func stateContent(
        _ type: String,
        key: String,
        in room: RoomID,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        let room = try state.use { state throws(StreamMessage.Refusal) in try state.room(room, of: user) }
        guard let event = room.currentState(type, key: key) else {
            throw .notFound("There is no such state here.")
        }
        return JSONText(verbatim: event.content)
    }
}
