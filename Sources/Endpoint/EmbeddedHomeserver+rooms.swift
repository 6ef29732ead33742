package import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// Opens a room with people in it.
    ///
    /// - Parameters:
    ///   - id: Its id where that must stay the same from one life to the next; nil for a new one.
    ///   - creator: Has power level 100.
    ///   - people: Join at once, after the creator.
    ///   - isDirect: Whether it is a conversation of two, which the members' joins then say.
    ///   - isPublic: Whether others may join without an invitation.
    ///   - version: From 12 on its creator stands above all and is not in the power levels.
    @discardableResult
    package func openRoom(
        _ name: String,
        id: RoomID?,
        creator: UserID,
        people: [UserID],
        isDirect: Bool,
        isPublic: Bool,
        version: String = "11"
    ) -> RoomID {
        let id = id ?? newRoomID(version: version)
        let hasCreatorAboveAll = RoomCreation(roomVersion: version).hasCreatorsAboveAll
        let rules: JSONText = .object(["join_rule": .string(isPublic ? "public" : "invite")])
        let now = milliseconds
        return change { state in
            state.rooms[id] = EmbeddedRoom(id: id, isDirect: isDirect)
            let join = state.memberContent("join", of: creator, isDirect: isDirect)
            let creation: JSONText = .object([
                "creator": hasCreatorAboveAll ? nil : .string(creator.rawValue),
                "room_version": .string(version),
            ])
            state.append(.state("m.room.create", by: creator, creation.bytes), to: id, at: now)
            state.append(.state("m.room.member", key: creator.rawValue, by: creator, join), to: id, at: now)
            let levels = Self.levelsContent(hasCreatorAboveAll ? [:] : [creator: 100])
            state.append(.state("m.room.power_levels", by: creator, levels), to: id, at: now)
            state.append(.state("m.room.join_rules", by: creator, rules.bytes), to: id, at: now)
            state.append(.state("m.room.name", by: creator, Self.nameContent(name)), to: id, at: now)
            for person in people where person != creator {
                let join = state.memberContent("join", of: person, isDirect: isDirect)
                state.append(.state("m.room.member", key: person.rawValue, by: person, join), to: id, at: now)
            }
            return id
        }
    }

    /// From version 12 on a room's id names no server.
    func newRoomID(version: String) -> RoomID {
        RoomCreation(roomVersion: version).hasCreatorsAboveAll
            ? RoomID("!" + .opaque(length: 43)) : RoomID("!\(String.opaque(length: 18)):\(serverName)")
    }

    /// Asks somebody in.
    package func invite(_ user: UserID, to room: RoomID, by inviter: UserID) throws(StreamMessage.Refusal) {
        let now = milliseconds
        try change { state throws(StreamMessage.Refusal) in
            let isDirect = try state.room(room, of: inviter).isDirect
            guard state.rooms[room]?.isJoined(user) == false else {
                throw .forbidden("\(user) is in the room already.")
            }
            let content = state.memberContent("invite", of: user, isDirect: isDirect)
            state.append(.state("m.room.member", key: user.rawValue, by: inviter, content), to: room, at: now)
        }
    }

    /// Lets somebody in who was invited, or anybody where the room is public. Twice is once.
    package func join(_ room: RoomID, as user: UserID) throws(StreamMessage.Refusal) {
        let now = milliseconds
        try change { state throws(StreamMessage.Refusal) in
            guard let found = state.rooms[room] else { throw .notFound("There is no room \(room).") }
            guard !found.isJoined(user) else { return }
            guard found.isPublic || found.memberships[user]?.kind == "invite" else {
                throw .forbidden("\(user) is not invited to \(room).")
            }
            let content = state.memberContent("join", of: user, isDirect: found.isDirect)
            state.append(.state("m.room.member", key: user.rawValue, by: user, content), to: room, at: now)
        }
    }

    /// Takes somebody out, or lets them refuse an invitation.
    package func leave(_ room: RoomID, as user: UserID) throws(StreamMessage.Refusal) {
        let now = milliseconds
        try change { state throws(StreamMessage.Refusal) in
            guard ["join", "invite"].contains(state.rooms[room]?.memberships[user]?.kind) else {
                throw .forbidden("\(user) is not in the room \(room).")
            }
            let content = state.memberContent("leave", of: user, isDirect: false)
            state.append(.state("m.room.member", key: user.rawValue, by: user, content), to: room, at: now)
        }
    }

    /// Gives people power in a room, instead of what was given before.
    package func setPowerLevels(
        _ levels: [UserID: Int],
        in room: RoomID,
        by user: UserID
    ) throws(StreamMessage.Refusal) {
        try setState("m.room.power_levels", key: "", content: Self.levelsContent(levels), in: room, as: user)
    }

    /// Changes a piece of the room's state; that needs the room's level for it.
    @discardableResult
    package func setState(
        _ type: String,
        key: String,
        content: [UInt8],
        in room: RoomID,
        as user: UserID
    ) throws(StreamMessage.Refusal) -> EventID {
        let now = milliseconds
        try Self.checkSize(of: content)
        return try change { state throws(StreamMessage.Refusal) in
            let found = try state.room(room, of: user)
            let needed = found.powerLevels.stateDefault ?? 50
            guard found.level(of: user) >= needed else {
                throw .forbidden("\(user) may not change \(type); that needs level \(needed).")
            }
            return state.append(.state(type, key: key, by: user, content), to: room, at: now)
        }
    }

    private static func nameContent(_ name: String) -> [UInt8] {
        JSONText.object(["name": .string(name)]).bytes
    }

    static func levelsContent(_ levels: [UserID: Int]) -> [UInt8] {
        let users = levels.sorted { $0.key.rawValue < $1.key.rawValue }
        return JSONText.object([
            "users": .object(members: users.map { ($0.key.rawValue, .number($0.value)) }),
            "users_default": .number(0), "events_default": .number(0), "state_default": .number(50),
            "redact": .number(50), "invite": .number(0), "kick": .number(50), "ban": .number(50),
        ]).bytes
    }
}

extension HomeserverState.Draft {
    static func state(_ type: String, key: String = "", by user: UserID, _ content: [UInt8])
        -> Self
    {
        Self(type: type, sender: user, stateKey: key, content: content)
    }
}
