package import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// Replaces a room by a new one, as homeservers do: the old one says where it went on, the new one where it
    /// came from. Nobody but who did it is in the new one.
    ///
    /// - Parameters:
    ///   - version: From 12 on the id of the new room names no server.
    ///   - people: Are invited to the new room, as the apps of those who upgrade do.
    @discardableResult
    package func upgrade(
        _ room: RoomID,
        to version: String,
        by user: UserID,
        inviting people: [UserID]
    ) throws(StreamMessage.Refusal) -> RoomID {
        let successor = newRoomID(version: version)
        let now = milliseconds
        try change { state throws(StreamMessage.Refusal) in
            let old = try state.room(room, of: user)
            guard old.level(of: user) >= 100 else {
                throw .forbidden("\(user) may not upgrade the room; that needs level 100.")
            }
            let content: JSONText = .object([
                "body": .string("This room has been replaced"),
                "replacement_room": .string(successor.rawValue),
            ])
            state.append(.state("m.room.tombstone", by: user, content.bytes), to: room, at: now)
            state.open(successor, version: version, after: old, by: user, at: now)
            for person in people where person != user {
                let invitation = state.memberContent("invite", of: person, isDirect: old.isDirect)
                state.append(
                    .state("m.room.member", key: person.rawValue, by: user, invitation),
                    to: successor,
                    at: now
                )
            }
            for (alias, target) in state.aliases where target == room { state.aliases[alias] = successor }
        }
        return successor
    }

    /// Says that the room is encrypted, which is never taken back.
    package func encrypt(_ room: RoomID, by user: UserID) throws(StreamMessage.Refusal) {
        let content: JSONText = .object(["algorithm": .string("m.megolm.v1.aes-sha2")])
        try setState("m.room.encryption", key: "", content: content.bytes, in: room, as: user)
    }

    /// Says who may read what: `world_readable`, `shared`, `invited` or `joined`.
    package func setHistoryVisibility(
        _ visibility: String,
        of room: RoomID,
        by user: UserID
    ) throws(StreamMessage.Refusal) {
        let content: JSONText = .object(["history_visibility": .string(visibility)])
        try setState("m.room.history_visibility", key: "", content: content.bytes, in: room, as: user)
    }

    /// Gives a room a name that people can type, `#lobby:demo`.
    package func addAlias(_ alias: String, to room: RoomID) {
        state.use { $0.aliases[alias] = room }
    }

    /// The room that an id or an alias names.
    func room(named name: String) throws(StreamMessage.Refusal) -> RoomID {
        guard name.hasPrefix("#") else { return RoomID(name) }
        guard let room = state.use({ $0.aliases[name] }) else {
            throw .notFound("Room alias \(name) not found")
        }
        return room
    }
}

extension HomeserverState {
    /// What a new room takes along from the one that it replaces.
    private static let inherited = [
        "m.room.join_rules", "m.room.name", "m.room.topic", "m.room.history_visibility", "m.room.encryption",
        "m.room.guest_access", "m.room.avatar",
    ]

    fileprivate mutating func open(
        _ id: RoomID,
        version: String,
        after old: EmbeddedRoom,
        by user: UserID,
        at now: Int64
    ) {
        let hasCreatorsAboveAll = RoomCreation(roomVersion: version).hasCreatorsAboveAll
        rooms[id] = EmbeddedRoom(id: id, isDirect: old.isDirect)
        let last = hasCreatorsAboveAll ? nil : old.currentState("m.room.tombstone", key: "")?.id.rawValue
        let creation: JSONText = .object([
            "room_version": .string(version),
            "predecessor": .object([
                "room_id": .string(old.id.rawValue), "event_id": last.map(JSONText.string),
            ]),
        ])
        append(.state("m.room.create", by: user, creation.bytes), to: id, at: now)
        let join = memberContent("join", of: user, isDirect: old.isDirect)
        append(.state("m.room.member", key: user.rawValue, by: user, join), to: id, at: now)
        // Who stands above all is not to be found among the levels.
        let users = (old.powerLevels.users ?? [:]).filter { !hasCreatorsAboveAll || $0.key != user.rawValue }
        let named = users.map { (UserID($0.key), $0.value) } + (hasCreatorsAboveAll ? [] : [(user, 100)])
        let levels = EmbeddedHomeserver.levelsContent(Dictionary(named) { $1 })
        append(.state("m.room.power_levels", by: user, levels), to: id, at: now)
        for type in Self.inherited {
            guard let content = old.currentState(type, key: "")?.content else { continue }
            append(.state(type, by: user, content), to: id, at: now)
        }
    }
}
