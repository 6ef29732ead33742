package import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// The largest content that an event may have.
    package static let maximumContentBytes = 65_536

    /// Takes in an event.
    ///
    /// - Parameters:
    ///   - content: A JSON object; it is kept and handed on byte for byte.
    ///   - transaction: The same one again from the same person makes no second event.
    /// - Returns: The event's id, the first one where it was sent before.
    @discardableResult
    package func send(
        _ type: String,
        content: [UInt8],
        transaction: String?,
        to room: RoomID,
        as user: UserID
    ) throws(StreamMessage.Refusal) -> EventID {
        try Self.checkSize(of: content)
        let draft = HomeserverState.Draft(
            type: type,
            sender: user,
            content: content,
            transaction: transaction
        )
        return try take(draft, into: room)
    }

    /// Removes the words of an event: one's own, or with the room's level for it another's.
    @discardableResult
    package func redact(
        _ target: EventID,
        reason: String?,
        transaction: String?,
        in room: RoomID,
        as user: UserID
    ) throws(StreamMessage.Refusal) -> EventID {
        try state.use { state throws(StreamMessage.Refusal) in
            let found = try state.room(room, of: user)
            guard let event = found.event(target) else {
                throw .notFound("There is no event \(target) here.")
            }
            let needed = found.powerLevels.redact ?? 50
            guard event.sender == user || found.level(of: user) >= needed else {
                throw .forbidden("\(user) may not redact what others said; that needs level \(needed).")
            }
        }
        let content = JSONText.object([
            "redacts": .string(target.rawValue), "reason": reason.map(JSONText.string),
        ])
        var draft = HomeserverState.Draft(type: "m.room.redaction", sender: user, content: content.bytes)
        draft.transaction = transaction
        draft.redacts = target
        return try take(draft, into: room)
    }

    /// Forgets which transaction made which event, as homeservers do after a while.
    package func forgetTransactions() {
        state.use { $0.transactions = [:] }
    }

    /// Puts bytes into a room in the place of an event. They reach every reader just as they are.
    package func inject(_ rawJSON: [UInt8], into room: RoomID) {
        let members = (try? JSONSlice(rawJSON))?.membersOrNone ?? [:]
        let draft = HomeserverState.Draft(
            type: members["type"]?.plainString ?? "",
            sender: UserID(members["sender"]?.plainString ?? ""),
            content: JSONText.emptyObject.bytes,
            verbatim: rawJSON,
            id: members["event_id"]?.plainString.map { EventID($0) }
        )
        let now = milliseconds
        change { _ = $0.append(draft, to: room, at: now) }
    }

    static func checkSize(of content: [UInt8]) throws(StreamMessage.Refusal) {
        guard content.count > maximumContentBytes else { return }
        throw StreamMessage.Refusal(
            errcode: "M_TOO_LARGE",
            error: "The content has \(content.count) bytes; it may have \(maximumContentBytes)."
        )
    }

    private func take(
        _ draft: HomeserverState.Draft,
        into room: RoomID
    ) throws(StreamMessage.Refusal) -> EventID {
        let now = milliseconds
        return try change { state throws(StreamMessage.Refusal) in
            _ = try state.room(room, of: draft.sender)
            if let refusal = state.faults.refusal(in: room) { throw refusal }
            if let first = state.event(madeBy: draft, in: room) { return first }
            return state.append(draft, to: room, at: now)
        }
    }
}

extension JSONSlice {
    fileprivate var membersOrNone: [String: JSONSlice] { (try? members()) ?? [:] }
}
