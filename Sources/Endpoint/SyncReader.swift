internal import MatrixTypes

/// Picks out of the rooms what is new for one reader.
struct SyncReader {
    let user: UserID
    /// The place in the order that the reader has come to; nil at the beginning.
    let since: Int?
    let limit: Int
    let filter: SyncFilter
    let epoch: String
    let newest: Int

    /// The `rooms` of a sync; nil where nothing is new in any.
    func sections(of rooms: [EmbeddedRoom]) -> JSONText? {
        var joined: [(String, JSONText?)] = []
        var invited: [(String, JSONText?)] = []
        var left: [(String, JSONText?)] = []
        for room in rooms {
            guard let membership = room.memberships[user], filter.includes(room.id) else { continue }
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
        let happened = room.events(after: first, through: last)
        guard !happened.isEmpty else { return nil }
        let new = readable(happened, in: room)
        let timeline = new.suffix(limit)
        let start = timeline.first.map { $0.order - 1 } ?? last
        return .object([
            "summary": summary(of: room, with: happened),
            "state": .object([
                "events": .list(state(of: room, after: first, through: start, before: timeline))
            ]),
            "timeline": .object([
                "events": .list(timeline.map { $0.json(for: user) }),
                "limited": .flag(timeline.count < new.count),
                "prev_batch": .string(StreamPosition(order: start, epoch: epoch).text),
            ]),
        ])
    }

    /// What the filter lets through, of what the room lets its people see of the time before they came.
    private func readable(_ events: ArraySlice<RecordedEvent>, in room: EmbeddedRoom) -> ArraySlice<
        RecordedEvent
    > {
        let membership = room.memberships[user]
        let isLimitedToMembers = membership?.kind == "join" && room.historyVisibility == "joined"
        let start = isLimitedToMembers ? membership?.since ?? 0 : 0
        let wanted = filter.room?.timeline
        guard start > 0 || wanted?.isOpen == false else { return events }
        return events.filter { $0.order >= start && wanted?.includes($0) ?? true }[...]
    }

    private func state(
        of room: EmbeddedRoom,
        after first: Int,
        through last: Int,
        before timeline: ArraySlice<RecordedEvent>
    ) -> [JSONText] {
        var state = room.state(after: first, through: last)
        if filter.loadsMembersLazily {
            // Who speaks, whenever they came, and nobody else.
            let speakers = Set(timeline.map(\.sender))
            state.removeAll { $0.type == "m.room.member" }
            let members = (speakers.union([user])).sorted { $0.rawValue < $1.rawValue }
                .compactMap { room.currentState("m.room.member", key: $0.rawValue) }
            state += members.filter { $0.order <= last && ($0.sender != user || $0.order > first) }
        }
        return state.map { $0.json(for: user) }
    }

    /// How many people there are, where members are not listed and that has changed.
    private func summary(of room: EmbeddedRoom, with events: ArraySlice<RecordedEvent>) -> JSONText? {
        guard filter.loadsMembersLazily, events.contains(where: { $0.type == "m.room.member" }) else {
            return nil
        }
        let kinds = room.memberships.values.map(\.kind)
        return .object([
            "m.joined_member_count": .number(kinds.count { $0 == "join" }),
            "m.invited_member_count": .number(kinds.count { $0 == "invite" }),
        ])
    }

    /// Enough to recognise the room and who asks, and no more: the reader is not in it.
    private func invitation(to room: EmbeddedRoom) -> JSONText {
        let shown = ["m.room.create", "m.room.name", "m.room.join_rules", "m.room.encryption"].compactMap {
            room.currentState($0, key: "")
        }
        let invitation = room.currentState("m.room.member", key: user.rawValue)
        let events = (shown + [invitation].compactMap(\.self)).map(\.strippedJSON)
        return .object(["invite_state": .object(["events": .list(events)])])
    }
}
