/// What an event says, as far as anything here needs to know.
public enum EventContent: Hashable, Sendable {
    /// `m.room.message`.
    case message(MessageContent)
    /// `m.room.redaction`: the words of another event are gone.
    case redaction(of: EventID)
    /// `m.reaction`.
    case reaction(of: EventID, key: String)
    /// `m.room.member`: who is in the room.
    case member(Member)
    /// `m.room.power_levels`.
    case powerLevels(PowerLevels)
    /// `m.room.create`: who made the room, and by which rules it lives.
    case creation(RoomCreation)
    /// `m.room.name`.
    case name(String)
    /// `m.room.history_visibility`: who may read what was said: `world_readable`, `shared`, `invited` or `joined`.
    case historyVisibility(String)
    /// `m.room.encryption`: from here on nothing can be read.
    case encryption
    /// `m.room.tombstone`: the room goes on elsewhere.
    case tombstone(replacement: RoomID)
    /// A message whose words were removed before it came, or an event of another kind.
    case other
}

/// The content of an `m.room.member`.
public struct Member: Hashable, Sendable, Codable {
    /// `join`, `invite`, `leave`, `ban` or `knock`.
    public let membership: String
    /// The name that the person chose.
    public let displayName: String?
    /// Whether the invitation was to a conversation of two.
    public let isDirect: Bool?

    enum CodingKeys: String, CodingKey {
        case membership
        case displayName = "displayname"
        case isDirect = "is_direct"
    }

    /// A membership.
    public init(membership: String, displayName: String? = nil, isDirect: Bool? = nil) {
        self.membership = membership
        self.displayName = displayName
        self.isDirect = isDirect
    }
}
