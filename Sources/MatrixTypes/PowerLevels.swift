/// Who may do what in a room: the content of `m.room.power_levels`.
public struct PowerLevels: Hashable, Sendable {
    /// Levels given to single people.
    public let users: [String: Int]?
    /// The level of everybody else; 0 where the room does not say.
    public let usersDefault: Int?
    /// The level that a state event needs; 50 where the room does not say.
    public let stateDefault: Int?
    /// The levels that single types of events need.
    public let events: [String: Int]?
    /// The level that a redaction of somebody else's event needs; 50 where the room does not say.
    public let redact: Int?

    /// Levels as a room states them.
    public init(
        users: [String: Int],
        usersDefault: Int? = nil,
        stateDefault: Int? = nil,
        events: [String: Int]? = nil,
        redact: Int? = nil
    ) {
        self.users = users
        self.usersDefault = usersDefault
        self.stateDefault = stateDefault
        self.events = events
        self.redact = redact
    }

    /// The level that it takes to set state of this type.
    public func levelForState(_ type: String) -> Int { events?[type] ?? stateDefault ?? 50 }

    /// What this person may do, as a number: 0 for most people, 50 for a moderator, 100 for an admin.
    public func level(of user: UserID) -> Int {
        users?[user.rawValue] ?? usersDefault ?? 0
    }
}

extension PowerLevels: Codable {
    private enum Keys: String, CodingKey {
        case users
        case usersDefault = "users_default"
        case stateDefault = "state_default"
        case events, redact
    }

    /// A level as rooms state it: a number, or in rooms before version 10 perhaps a text that holds one.
    private struct Level: Decodable {
        let number: Int?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            number =
                (try? container.decode(Int.self)) ?? (try? container.decode(String.self)).flatMap { Int($0) }
        }
    }

    /// Reads levels; one that is no number counts as not stated.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        func level(_ key: Keys) throws -> Int? {
            try container.decodeIfPresent(Level.self, forKey: key)?.number
        }
        func levels(_ key: Keys) throws -> [String: Int]? {
            try container.decodeIfPresent([String: Level].self, forKey: key)?.compactMapValues(\.number)
        }
        users = try levels(.users)
        events = try levels(.events)
        usersDefault = try level(.usersDefault)
        stateDefault = try level(.stateDefault)
        redact = try level(.redact)
    }

    /// Writes levels as numbers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(users, forKey: .users)
        try container.encodeIfPresent(usersDefault, forKey: .usersDefault)
        try container.encodeIfPresent(stateDefault, forKey: .stateDefault)
        try container.encodeIfPresent(events, forKey: .events)
        try container.encodeIfPresent(redact, forKey: .redact)
    }
}
