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
            state.logins[person.accessToken] = Login(user: person.userID, deviceID: .opaque(length: 10))
            return person
        }
    }

    /// Whose token this is.
    ///
    /// - Throws: `M_MISSING_TOKEN` or `M_UNKNOWN_TOKEN`.
    package func user(presenting token: String?) throws(StreamMessage.Refusal) -> UserID {
        let now = milliseconds
        return try state.use { state throws(StreamMessage.Refusal) in
            guard let token, !token.isEmpty else {
                throw StreamMessage.Refusal(
                    errcode: "M_MISSING_TOKEN",
                    error: "The request has no access token."
                )
            }
            if let refusal = state.faults.refusedTokens[token] { throw refusal }
            guard let login = state.logins[token] else {
                throw StreamMessage.Refusal(
                    errcode: "M_UNKNOWN_TOKEN",
                    error: "This access token is not known.",
                    softLogout: false
                )
            }
            if let end = login.expiresAt, end <= now {
                throw StreamMessage.Refusal(
                    errcode: "M_UNKNOWN_TOKEN",
                    error: "Access token has expired",
                    softLogout: true
                )
            }
            state.settle(token)
            return login.user
        }
    }

    /// What somebody is called; nil for who has no account.
    func displayName(of user: UserID) -> String? {
        state.use { $0.people[user]?.displayName }
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
