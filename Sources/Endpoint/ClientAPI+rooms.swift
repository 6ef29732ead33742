internal import MatrixTypes

extension ClientAPI {
    private struct Typing: Decodable { let typing: Bool }
    private struct Upgrade: Decodable { let new_version: String }
    private struct Invitation: Decodable { let user_id: UserID }

    private struct Markers: Decodable {
        let read: EventID?
        let privateRead: EventID?

        private enum CodingKeys: String, CodingKey {
            case read = "m.read"
            case privateRead = "m.read.private"
        }
    }

    func answer(
        to call: APICall,
        about room: RoomID,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        let rest = Array(call.path.dropFirst(3))
        switch (call.method, call.path[2], rest.count) {
        case ("POST", "join", 0): return try join(room, as: user)
        case ("POST", "leave", 0):
            try homeserver.leave(room, as: user)
            return .emptyObject
        case ("POST", "forget", 0): return .emptyObject
        case ("POST", "invite", 0):
            try homeserver.invite(call.decoded(as: Invitation.self).user_id, to: room, by: user)
            return .emptyObject
        case ("POST", "upgrade", 0):
            let version = try call.decoded(as: Upgrade.self).new_version
            let successor = try homeserver.upgrade(room, to: version, by: user, inviting: [])
            return .object(["replacement_room": .string(successor.rawValue)])
        case ("PUT", "send", 2), ("PUT", "redact", 2), ("PUT", "state", 1...2):
            return try say(call, rest, in: room, as: user)
        case ("PUT", "typing", 1), ("POST", "receipt", 2), ("POST", "read_markers", 0):
            return try note(call, rest, in: room, by: user)
        default:
            return try read(call, rest, in: room, for: user)
        }
    }

    func join(_ room: RoomID, as user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        try homeserver.join(room, as: user)
        return .object(["room_id": .string(room.rawValue)])
    }

    func directory(_ alias: String) throws(StreamMessage.Refusal) -> JSONText {
        let room = try homeserver.room(named: alias)
        return .object([
            "room_id": .string(room.rawValue), "servers": .list([.string(homeserver.serverName)]),
        ])
    }

    /// What makes an event.
    private func say(
        _ call: APICall,
        _ rest: [String],
        in room: RoomID,
        as user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        let content = try call.object()
        let key = rest.count > 1 ? rest[1] : ""
        switch call.path[2] {
        case "send":
            return try told(
                homeserver.send(rest[0], content: content, transaction: key, to: room, as: user)
            )
        case "redact":
            let event = EventID(rest[0])
            let reason = try call.reason()
            return try told(homeserver.redact(event, reason: reason, transaction: key, in: room, as: user))
        default:
            return try told(homeserver.setState(rest[0], key: key, content: content, in: room, as: user))
        }
    }

    /// What passes and makes no event.
    private func note(
        _ call: APICall,
        _ rest: [String],
        in room: RoomID,
        by user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        switch call.path[2] {
        case "typing":
            guard rest[0] == user.rawValue else { throw .forbidden("Cannot type for others.") }
            try homeserver.setTyping(call.decoded(as: Typing.self).typing, user, in: room)
        case "receipt":
            try homeserver.markRead(EventID(rest[1]), by: user, in: room)
        default:
            let markers = try call.decoded(as: Markers.self)
            try homeserver.markRead(markers.read ?? markers.privateRead, by: user, in: room)
        }
        return .emptyObject
    }

    private func read(
        _ call: APICall,
        _ rest: [String],
        in room: RoomID,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        switch (call.method, call.path[2], rest.count) {
        case ("GET", "messages", 0): return try messages(in: room, call, for: user)
        case ("GET", "state", 1...2):
            return try homeserver.stateContent(
                rest[0],
                key: rest.count > 1 ? rest[1] : "",
                in: room,
                for: user
            )
        case ("GET", "state", 0): return try homeserver.allState(in: room, for: user)
        case ("GET", "joined_members", 0): return try homeserver.joinedMembers(of: room, for: user)
        case ("GET", "event", 1): return try homeserver.event(EventID(rest[0]), in: room, for: user)
        default: throw call.isUnknown
        }
    }

    private func messages(
        in room: RoomID,
        _ call: APICall,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        guard let direction = EmbeddedHomeserver.Direction(rawValue: call.query["dir"] ?? "") else {
            throw StreamMessage.Refusal(errcode: "M_MISSING_PARAM", error: "dir must be b or f.")
        }
        return try homeserver.messages(
            in: room,
            for: user,
            from: homeserver.position(call.query["from"]),
            to: homeserver.position(call.query["to"]),
            direction,
            limit: min(max(Int(call.query["limit"] ?? "") ?? 10, 1), 100)
        )
    }

    private func told(_ event: EventID) throws(StreamMessage.Refusal) -> JSONText {
        guard !homeserver.losesAnswer() else {
            throw StreamMessage.Refusal(errcode: "M_UNKNOWN", error: "The answer was lost.")
        }
        return .object(["event_id": .string(event.rawValue)])
    }
}
