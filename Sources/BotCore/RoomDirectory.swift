package import MatrixTypes

/// What the router knows of the rooms: who may do what, and where the bot is.
///
/// A value, made from the table `room_state` and kept up to date with each batch.
package struct RoomDirectory: Hashable, Sendable {
    private struct Entry: Hashable {
        var isJoined = false
        var isDirect = false
        var isEncrypted = false
        var powerLevels: PowerLevels?
        var creators: Set<UserID> = []

        /// Only the invitation says that a room is a conversation of two; later memberships keep silent.
        mutating func apply(_ own: Member) {
            isJoined = own.membership == "join"
            isDirect = own.isDirect ?? (isJoined && isDirect)
        }
    }

    private let account: UserID
    private var rooms: [RoomID: Entry] = [:]

    package init(account: UserID, states: [(room: RoomID, event: Event)]) {
        self.account = account
        for (room, event) in states { apply(event, in: room) }
    }

    /// Takes in a state event.
    ///
    /// - Returns: Whether it is of a kind that is kept.
    @discardableResult
    package mutating func apply(_ event: Event, in room: RoomID) -> Bool {
        guard event.stateKey != nil else { return false }
        switch event.content {
        case .powerLevels(let levels):
            rooms[room, default: Entry()].powerLevels = levels
        case .member(let member) where event.stateKey == account.rawValue:
            rooms[room, default: Entry()].apply(member)
        case .creation(let creation) where creation.hasCreatorsAboveAll:
            rooms[room, default: Entry()].creators = Set([event.sender] + (creation.additionalCreators ?? []))
        case .encryption:
            rooms[room, default: Entry()].isEncrypted = true
        default:
            return false
        }
        return true
    }

    /// A state event as it is to be stored: our own membership with what only the invitation said.
    package func stored(_ event: Event, in room: RoomID) -> Event {
        guard case .member(let member) = event.content, event.stateKey == account.rawValue else {
            return event
        }
        let remembered = Member(
            membership: member.membership,
            displayName: member.displayName,
            isDirect: isDirect(room)
        )
        return Event(
            id: event.id,
            type: event.type,
            sender: event.sender,
            sentAt: event.sentAt,
            stateKey: event.stateKey,
            content: .member(remembered)
        )
    }

    package func isJoined(_ room: RoomID) -> Bool { rooms[room]?.isJoined ?? false }
    package func isDirect(_ room: RoomID) -> Bool { rooms[room]?.isDirect ?? false }

    /// What this person may do in the room; 0 where the room has not said.
    package func powerLevel(of user: UserID, in room: RoomID) -> Int {
        if rooms[room]?.creators.contains(user) == true { return PowerLevels.ofCreators }
        return rooms[room]?.powerLevels?.level(of: user) ?? 0
    }
}
