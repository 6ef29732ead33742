package import MatrixTypes
internal import Networking

// Passing signs: who types, and how far somebody has read. Nobody is told; a test may look.
extension EmbeddedHomeserver {
    /// Who types in a room just now.
    package func typists(in room: RoomID) -> Set<UserID> {
        state.use { $0.typing[room] ?? [] }
    }

    /// The last event that somebody says they have read.
    package func lastRead(by user: UserID, in room: RoomID) -> EventID? {
        state.use { $0.lastRead[room]?[user] }
    }

    func setTyping(_ isTyping: Bool, _ user: UserID, in room: RoomID) throws(StreamMessage.Refusal) {
        try state.use { state throws(StreamMessage.Refusal) in
            _ = try state.room(room, of: user)
            if isTyping {
                state.typing[room, default: []].insert(user)
            } else {
                state.typing[room]?.remove(user)
            }
        }
    }

    /// - Parameter event: nil where only the place was named that nobody here keeps.
    func markRead(_ event: EventID?, by user: UserID, in room: RoomID) throws(StreamMessage.Refusal) {
        try state.use { state throws(StreamMessage.Refusal) in
            _ = try state.room(room, of: user)
            if let event { state.lastRead[room, default: [:]][user] = event }
        }
    }
}
