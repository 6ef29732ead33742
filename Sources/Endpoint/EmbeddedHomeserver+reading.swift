internal import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// All of a room's state, as it is now.
    func allState(in room: RoomID, for user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        let found = try state.use { state throws(StreamMessage.Refusal) in try state.room(room, of: user) }
        return .list(found.currentState.map { $0.json(for: user, in: room) })
    }

    /// Who is in a room, and what they are called.
    func joinedMembers(of room: RoomID, for user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        let found = try state.use { state throws(StreamMessage.Refusal) in try state.room(room, of: user) }
        let members = found.memberships.filter { $0.value.kind == "join" }.keys
        let named = members.sorted { $0.rawValue < $1.rawValue }.map { member in
            let name: JSONText? = displayName(of: member).map(JSONText.string)
            return (name: member.rawValue, value: JSONText?.some(.object(["display_name": name])))
        }
        return .object(["joined": .object(members: named)])
    }

    /// One event.
    func event(_ id: EventID, in room: RoomID, for user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        let found = try state.use { state throws(StreamMessage.Refusal) in try state.room(room, of: user) }
        guard let event = found.event(id) else { throw .notFound("Event not found.") }
        return event.json(for: user, in: room)
    }
}
