internal import MatrixTypes

/// Picks out of the rooms what is new for one reader.
struct SyncReader {
    let user: UserID
    /// The place in the order that the reader has come to; nil at the beginning.
    let since: Int?
    let limit: Int
    let epoch: String
    let newest: Int

    /// The `rooms` of a sync; nil where nothing is new in any.
    func sections(of rooms: [EmbeddedRoom]) -> JSONText? {
        var joined: [(String, JSONText?)] = []
        var invited: [(String, JSONText?)] = []
        var left: [(String, JSONText?)] = []
        for room in rooms {
            guard let membership = room.memberships[user] else { continue }
            let isNew = membership.since > since ?? 0
            switch membership.kind {
            case "join":
                // Who has just come in gets the room from its beginning, as far as the limit goes.
                let section = news(of: room, after: isNew ? 0 : since ?? 0, through: newest)
                if let section { joined.append((room.id.rawValue, section)) }
            case "invite" where isNew:
                invited.append((room.id.rawValue, invitation(to: room)))
            case "leave" where isNew && since != nil:
                let section = news(of: room, after: since ?? 0, through: membership.since)
                if let section { left.append((room.id.rawValue, section)) }
            default:
                break
            }
        }
        guard !joined.isEmpty || !invited.isEmpty || !left.isEmpty else { return nil }
        return .object([
            "join": joined.isEmpty ? nil : .object(members: joined),
            "invite": invited.isEmpty ? nil : .object(members: invited),
            "leave": left.isEmpty ? nil : .object(members: left),
        ])
    }

    private func news(of room: EmbeddedRoom, after first: Int, through last: Int) -> JSONText? {
        let new = room.events(after: first, through: last)
        let timeline = new.suffix(limit)
        guard let oldest = timeline.first else { return nil }
        let before = StreamPosition(order: oldest.order - 1, epoch: epoch)
        let state = room.state(after: first, through: before.order)
        return .object([
            "state": .object(["events": .list(state.map { $0.json(for: user) })]),
            "timeline": .object([
                "events": .list(timeline.map { $0.json(for: user) }),
                "limited": .flag(timeline.count < new.count),
                "prev_batch": .string(before.text),
            ]),
        ])
    }

    /// Enough to recognise the room and who asks, and no more: the reader is not in it.
    private func invitation(to room: EmbeddedRoom) -> JSONText {
        let shown = ["m.room.create", "m.room.name", "m.room.join_rules"].compactMap {
            room.currentState($0, key: "")
        }
        let invitation = room.currentState("m.room.member", key: user.rawValue)
        let events = (shown + [invitation].compactMap(\.self)).map(\.strippedJSON)
        return .object(["invite_state": .object(["events": .list(events)])])
    }
}
