package import BotStore
package import MatrixTypes

/// A way to a Matrix homeserver: batches come out, messages go in.
package protocol Homeserver: Sendable {
    /// The bot's own account.
    var account: UserID { get }
    /// Names the account in the table of positions: the user id and the API's address.
    var positionKey: String { get }

    /// Connects from a position, runs `body`, and always disconnects.
    ///
    /// - Parameter position: Where to go on; nil for the first sync of a new bot.
    /// - Throws: ``ConnectionFailure`` where the homeserver cannot be used now, or what `body` throws.
    func connect(
        since position: String?,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws

    /// A page of a room's past, forwards.
    func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage
}

/// An open way to a homeserver.
package protocol HomeserverConnection: Sendable {
    /// All batches that have come since the last call, at least one. Throws when the connection has ended.
    func nextBatches() async throws -> [SyncBatch]
    /// Sends one message and waits for the answer. Throws when the connection ends before it comes.
    func send(_ entry: OutboxEntry) async throws -> SendResult
    /// Shows a passing sign, which may be lost: it is tried once, and never throws.
    func show(_ sign: PassingSign, in room: RoomID) async
}

/// What people in a room see for a while, and what is in no table.
package enum PassingSign: Hashable, Sendable {
    /// The bot has read up to this event.
    case read(EventID)
    /// The bot is about to answer, or no longer.
    case typing(Bool)
}

/// What the homeserver made of a message.
package enum SendResult: Hashable, Sendable {
    /// It is in the room. A join and the like have no id.
    case sent(EventID?)
    /// Not now: the account is to wait this long, or for as long as a backoff says.
    case later(after: Duration?, reason: String)
    /// Never: the message is refused for good.
    case refused(reason: String)
}

/// A page of a room's past.
package struct HistoryPage: Sendable {
    package let events: [Event]
    package let unreadable: [SyncBatch.UnreadableEvent]
    /// Where the next page begins; nil at the end.
    package let next: String?

    package init(events: [Event], unreadable: [SyncBatch.UnreadableEvent], next: String?) {
        self.events = events
        self.unreadable = unreadable
        self.next = next
    }
}

/// Why a homeserver cannot be used now.
package enum ConnectionFailure: Error, Hashable, CustomStringConvertible {
    case tokenRefused(reason: String)
    case positionUnknown(reason: String)
    case tooManyRequests(after: Duration?)
    case noStream(reason: String)
    case unreachable(reason: String)
    case ended(reason: String)
    case unavailable(what: String, reason: String)

    package var description: String {
        switch self {
        case .tokenRefused(let reason):
            "The homeserver refuses the access token (\(reason)). Put a valid one into the token file; "
                + "it is read again at the next attempt."
        case .positionUnknown(let reason):
            "The homeserver no longer knows our position (\(reason)). What was said meanwhile is a gap."
        case .tooManyRequests(let after):
            "The homeserver asks us to wait" + (after.map { " \($0)." } ?? ".")
        case .noStream(let reason):
            "The homeserver has no m.json stream there (\(reason)). Check the address of the stream."
        case .unreachable(let reason): "The homeserver cannot be reached (\(reason))."
        case .ended(let reason): "The connection has ended (\(reason))."
        case .unavailable(let what, let reason): "The homeserver did not give \(what) (\(reason))."
        }
    }
}
