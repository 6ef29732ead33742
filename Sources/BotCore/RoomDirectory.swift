package import MatrixTypes

/// What the router knows of the rooms: who may do what, and where the bot is.
///
/// A value, made from the table `room_state` and kept up to date with each batch.
package struct RoomDirectory: Hashable, Sendable {
    private struct Entry: Hashable {
        var isJoined = false
        var isDirect = false
        var isEncrypted = false
        var visibility = "shared"
        var powerLevels: PowerLevels?
        var creators: Set<UserID> = []
        var predecessor: RoomID?
        var replacement: RoomID?
        var banned: Set<UserID> = []
        /// Whether the room was told of our commands since we connected. In no table: a row that is there stays one.
        var isDescribed = false

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
        case .member(let member):
            return apply(member, of: UserID(event.stateKey ?? ""), by: event.sender, in: room)
        case .creation(let creation):
            let creators = Set([event.sender] + (creation.additionalCreators ?? []))
            rooms[room, default: Entry()].creators = creation.hasCreatorsAboveAll ? creators : []
            rooms[room, default: Entry()].predecessor = creation.predecessor?.room
        case .encryption:
            rooms[room, default: Entry()].isEncrypted = true
        case .historyVisibility(let visibility):
            rooms[room, default: Entry()].visibility = visibility
        case .tombstone(let replacement):
            rooms[room, default: Entry()].replacement = replacement
        default:
            return false
        }
        return true
    }

    /// Of others only bans are kept, and what ends them.
    private mutating func apply(
        _ member: Member,
        of person: UserID,
        by sender: UserID,
        in room: RoomID
    ) -> Bool {
        if member.membership == "ban" {
            rooms[room, default: Entry()].banned.insert(person)
            return true
        }
        let endsBan = isBanned(person, in: room)
        rooms[room]?.banned.remove(person)
        // Who is sent away or let in again by somebody else may have been banned in a past that is still to be fetched.
        return endsBan || member.membership == "leave" && sender != person
    }

    /// A state event as it is to be stored: our own membership with what only the invitation said, that of others
    /// without their names.
    package func stored(_ event: Event, in room: RoomID) -> Event {
        guard case .member(let member) = event.content else { return event }
        let isOwn = event.stateKey == account.rawValue
        let remembered = Member(
            membership: member.membership,
            displayName: isOwn ? member.displayName : nil,
            isDirect: isOwn ? isDirect(room) : nil
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
    func isEncrypted(_ room: RoomID) -> Bool { rooms[room]?.isEncrypted ?? false }
    /// Who can read what is said now; `shared` where the room has not said.
    package func visibility(of room: RoomID) -> String { rooms[room]?.visibility ?? "shared" }
    /// Where the room goes on, once it was ended.
    func replacement(of room: RoomID) -> RoomID? { rooms[room]?.replacement }

    /// The room that this one continues; nil where only this one says so: anybody can claim that of any room.
    func predecessor(of room: RoomID) -> RoomID? {
        guard let predecessor = rooms[room]?.predecessor, replacement(of: predecessor) == room else {
            return nil
        }
        return predecessor
    }

    /// Whether somebody is banned from the room, or was from one that it continues.
    func isBanned(_ person: UserID, in room: RoomID) -> Bool {
        var chain: [RoomID] = []
        var next: RoomID? = room
        // Anybody can make a circle of rooms.
        while let room = next, !chain.contains(room) {
            if rooms[room]?.banned.contains(person) == true { return true }
            chain.append(room)
            next = predecessor(of: room)
        }
        return false
    }

    /// Whether an event says of somebody else whether they are in the room.
    func isMembershipOfOthers(_ event: Event) -> Bool {
        guard case .member = event.content, let person = event.stateKey else { return false }
        return person != account.rawValue
    }

    /// Whether a room that we are in goes on in this one.
    func isReplacement(_ room: RoomID) -> Bool {
        rooms.values.contains { $0.replacement == room && $0.isJoined }
    }

    /// Whether we may tell the room of our commands, and have not yet. Asking is telling.
    mutating func takesDescriptions(_ room: RoomID) -> Bool {
        guard let entry = rooms[room], entry.isJoined, !entry.isDescribed else { return false }
        let level = entry.powerLevels?.levelForState(CommandDescriptions.type) ?? 50
        guard powerLevel(of: account, in: room) >= level else { return false }
        rooms[room]?.isDescribed = true
        return true
    }

    /// What this person may do in the room; 0 where the room has not said.
    package func powerLevel(of user: UserID, in room: RoomID) -> Int {
        if rooms[room]?.creators.contains(user) == true { return PowerLevels.ofCreators }
        return rooms[room]?.powerLevels?.level(of: user) ?? 0
    }
}
