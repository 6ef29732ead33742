internal import MatrixTypes

/// Everything the embedded homeserver knows.
struct HomeserverState: Sendable {
    /// What makes a second send the same as the first: who sends, and the path of the request.
    struct Transaction: Hashable, Sendable {
        let user: UserID
        let room: RoomID
        let type: String
        let name: String
    }

    struct StoredFilter: Sendable {
        let filter: SyncFilter
        let text: JSONText
    }

    /// An event that is about to be.
    struct Draft: Sendable {
        var type: String
        var sender: UserID
        var stateKey: String?
        var content: [UInt8]
        var transaction: String?
        var redacts: EventID?
        var verbatim: [UInt8]?
        var id: EventID?
    }

    var people: [UserID: Person] = [:]
    /// By access token.
    var logins: [String: Login] = [:]
    /// The access token that a refresh token renews.
    var refreshable: [String: String] = [:]
    var passwords: [UserID: String] = [:]
    var tokenLifetimeMilliseconds: Int64?
    /// Stored filters; their names are their places.
    var filters: [UserID: [StoredFilter]] = [:]
    var aliases: [String: RoomID] = [:]
    var typing: [RoomID: Set<UserID>] = [:]
    var lastRead: [RoomID: [UserID: EventID]] = [:]
    var rooms: [RoomID: EmbeddedRoom] = [:]
    var transactions: [Transaction: EventID] = [:]
    var faults = Faults()
    var bells: [Int: Bell] = [:]
    var bellsHung = 0
    /// The place of the newest event among all that happened.
    private(set) var order = 0

    @discardableResult
    mutating func append(_ draft: Draft, to room: RoomID, at milliseconds: Int64) -> EventID {
        order += 1
        let event = RecordedEvent(
            order: order,
            id: draft.id ?? EventID("$" + .opaque(length: 24)),
            type: draft.type,
            sender: draft.sender,
            stateKey: draft.stateKey,
            milliseconds: milliseconds,
            content: draft.content,
            transaction: draft.transaction,
            redacts: draft.redacts,
            verbatim: draft.verbatim,
            redactedBecause: nil
        )
        rooms[room]?.append(event)
        if let name = draft.transaction {
            let transaction = Transaction(user: draft.sender, room: room, type: draft.type, name: name)
            transactions[transaction] = event.id
        }
        return event.id
    }

    /// The event that the same transaction made before.
    func event(madeBy draft: Draft, in room: RoomID) -> EventID? {
        guard let name = draft.transaction else { return nil }
        return transactions[Transaction(user: draft.sender, room: room, type: draft.type, name: name)]
    }

    /// The room, for somebody who is in it.
    func room(_ id: RoomID, of user: UserID) throws(StreamMessage.Refusal) -> EmbeddedRoom {
        guard let room = rooms[id], room.isJoined(user) else {
            throw .forbidden("\(user) is not in the room \(id).")
        }
        return room
    }

    /// The content of a membership.
    func memberContent(_ membership: String, of user: UserID, isDirect: Bool) -> [UInt8] {
        JSONText.object([
            "membership": .string(membership),
            "displayname": people[user].map { .string($0.displayName) },
            "is_direct": isDirect ? .flag(true) : nil,
        ]).bytes
    }
}
