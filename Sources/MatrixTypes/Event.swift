public import struct Foundation.Date

/// One thing that happened in a room.
public struct Event: Hashable, Sendable {
    /// Its id, the same however often it is sent to us.
    public let id: EventID
    /// Its type: `m.room.message`.
    public let type: String
    /// Who did it.
    public let sender: UserID
    /// When, by the clock of the sender's server, to the millisecond.
    public let sentAt: Date
    /// What it is the state of, where it is a state event.
    public let stateKey: String?
    /// What it says.
    public let content: EventContent

    /// An event whose parts are known.
    public init(
        id: EventID,
        type: String,
        sender: UserID,
        sentAt: Date,
        stateKey: String? = nil,
        content: EventContent
    ) {
        self.id = id
        self.type = type
        self.sender = sender
        self.sentAt = sentAt
        self.stateKey = stateKey
        self.content = content
    }
}

extension Event: Codable {
    private enum Keys: String, CodingKey {
        case id = "event_id"
        case type
        case sender
        case sentAt = "origin_server_ts"
        case stateKey = "state_key"
        case content
        case redacts
    }

    private struct Redaction: Codable { var redacts: EventID? }
    private struct Related: Codable {
        let relation: Relation
        enum CodingKeys: String, CodingKey { case relation = "m.relates_to" }
    }
    private struct Name: Codable { var name: String? }
    private struct Tombstone: Codable { let replacement_room: RoomID? }
    private struct HistoryVisibility: Codable { let history_visibility: String }
    private struct Empty: Codable {}

    /// Reads an event as a client gets it. Fails where a field that its type needs is missing or wrong.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        id = try container.decode(EventID.self, forKey: .id)
        type = try container.decode(String.self, forKey: .type)
        sender = try container.decode(UserID.self, forKey: .sender)
        let milliseconds = try container.decode(Double.self, forKey: .sentAt)
        guard Self.instants.contains(milliseconds) else {
            throw DecodingError.dataCorruptedError(
                forKey: .sentAt,
                in: container,
                debugDescription: "no instant"
            )
        }
        sentAt = Date(timeIntervalSince1970: milliseconds / 1000)
        stateKey = try container.decodeIfPresent(String.self, forKey: .stateKey)
        content = try Self.content(type, in: container)
    }

    /// Milliseconds since 1970 that an event can have: the integers that Matrix allows, from 0.
    private static let instants = 0...9_007_199_254_740_991.0

    private static func content(_ type: String, in container: KeyedDecodingContainer<Keys>) throws
        -> EventContent
    {
        switch type {
        case "m.room.message":
            // Redacted messages arrive with an empty content: nothing to read, and no error.
            if let empty = try? container.decode([String: Bool].self, forKey: .content), empty.isEmpty {
                return .other
            }
            return .message(try container.decode(MessageContent.self, forKey: .content))
        case "m.room.redaction":
            // Room version 11 moved the target into the content; both places are read.
            let inside = try container.decodeIfPresent(Redaction.self, forKey: .content)?.redacts
            let target = try inside ?? container.decodeIfPresent(EventID.self, forKey: .redacts)
            return target.map { .redaction(of: $0) } ?? .other
        case "m.reaction":
            let related = try? container.decode(Related.self, forKey: .content)
            guard case .annotation(let target, let key)? = related?.relation else { return .other }
            return .reaction(of: target, key: key)
        case "m.room.member":
            return .member(try container.decode(Member.self, forKey: .content))
        case "m.room.power_levels":
            return .powerLevels(try container.decode(PowerLevels.self, forKey: .content))
        case "m.room.create":
            return .creation(try container.decode(RoomCreation.self, forKey: .content))
        case "m.room.name":
            return .name(try container.decode(Name.self, forKey: .content).name ?? "")
        case "m.room.encryption":
            return .encryption
        case "m.room.tombstone":
            // Old servers ended rooms without saying where they go on.
            let replacement = try container.decode(Tombstone.self, forKey: .content).replacement_room
            return replacement.map { .tombstone(replacement: $0) } ?? .other
        case "m.room.history_visibility":
            let content = try container.decode(HistoryVisibility.self, forKey: .content)
            return .historyVisibility(content.history_visibility)
        default:
            return .other
        }
    }

    /// Writes an event as a client gets it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        try container.encode(type, forKey: .type)
        try container.encode(sender, forKey: .sender)
        try container.encode(Int64((sentAt.timeIntervalSince1970 * 1000).rounded()), forKey: .sentAt)
        try container.encodeIfPresent(stateKey, forKey: .stateKey)
        switch content {
        case .message(let message):
            try container.encode(message, forKey: .content)
        case .redaction(let target):
            try container.encode(Redaction(redacts: target), forKey: .content)
            try container.encode(target, forKey: .redacts)
        case .reaction(let target, let key):
            try container.encode(Related(relation: .annotation(of: target, key: key)), forKey: .content)
        case .member(let member):
            try container.encode(member, forKey: .content)
        case .powerLevels(let levels):
            try container.encode(levels, forKey: .content)
        case .creation(let creation):
            try container.encode(creation, forKey: .content)
        case .name(let name):
            try container.encode(Name(name: name), forKey: .content)
        case .tombstone(let replacement):
            try container.encode(Tombstone(replacement_room: replacement), forKey: .content)
        case .historyVisibility(let visibility):
            try container.encode(HistoryVisibility(history_visibility: visibility), forKey: .content)
        case .encryption, .other:
            try container.encode(Empty(), forKey: .content)
        }
    }
}
