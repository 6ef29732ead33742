package import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// Gives somebody an account: `ada` becomes `@ada:demo`. A second time, it is the account they have.
    @discardableResult
    package func addPerson(_ localpart: String, displayName: String) -> Person {
        let person = Person(
            userID: UserID("@\(localpart):\(serverName)"),
            displayName: displayName,
            accessToken: .opaque(length: 32)
        )
        return state.use { state in
            if let existing = state.people[person.userID] { return existing }
            state.people[person.userID] = person
            state.usersByToken[person.accessToken] = person.userID
            return person
        }
    }

    /// Whose token this is.
    ///
    /// - Throws: `M_MISSING_TOKEN` or `M_UNKNOWN_TOKEN`.
    package func user(presenting token: String?) throws(StreamMessage.Refusal) -> UserID {
        try state.use { state throws(StreamMessage.Refusal) in
            guard let token, !token.isEmpty else {
                throw StreamMessage.Refusal(
                    errcode: "M_MISSING_TOKEN",
                    error: "The request has no access token."
                )
            }
            if let refusal = state.faults.refusedTokens[token] { throw refusal }
            guard let user = state.usersByToken[token] else {
                throw StreamMessage.Refusal(
                    errcode: "M_UNKNOWN_TOKEN",
                    error: "This access token is not known."
                )
            }
            return user
        }
    }

    /// The rooms that somebody is in.
    package func joinedRooms(of user: UserID) -> [RoomID] {
        state.use { state in
            state.rooms.values.filter { $0.isJoined(user) }.map(\.id).sorted { $0.rawValue < $1.rawValue }
        }
    }

    /// - Throws: `M_FORBIDDEN` for somebody who is not in the room.
    func requireMember(_ user: UserID, of room: RoomID) throws(StreamMessage.Refusal) {
        try state.use { state throws(StreamMessage.Refusal) in _ = try state.room(room, of: user) }
    }
}
