/// How an event refers to another: the `m.relates_to` of its content.
public enum Relation: Hashable, Sendable {
    /// It answers another message.
    case reply(to: EventID)
    /// It stands in a thread; `replyTo` is the message that it answers there, if it answers one.
    case thread(root: EventID, replyTo: EventID?)
    /// It replaces the words of another message.
    case replacement(of: EventID)
    /// It is a reaction to another message.
    case annotation(of: EventID, key: String)
    /// It refers to another event in a way that nothing here needs.
    case other

    /// The message that is answered, if one is.
    public var repliesTo: EventID? {
        switch self {
        case .reply(let target): target
        case .thread(_, let target): target
        case .replacement, .annotation, .other: nil
        }
    }

    /// The first message of the thread, if the event stands in one.
    public var threadRoot: EventID? {
        if case .thread(let root, _) = self { root } else { nil }
    }
}

extension Relation: Codable {
    private enum Keys: String, CodingKey {
        case kind = "rel_type"
        case target = "event_id"
        case key
        case isFallingBack = "is_falling_back"
        case reply = "m.in_reply_to"
    }

    private struct Target: Codable {
        let event_id: EventID
    }

    /// Reads an `m.relates_to` object; a kind that is unknown becomes ``other``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let kind = try container.decodeIfPresent(String.self, forKey: .kind)
        let reply = try container.decodeIfPresent(Target.self, forKey: .reply)?.event_id
        switch kind {
        case "m.thread":
            let isFallback = try container.decodeIfPresent(Bool.self, forKey: .isFallingBack) ?? false
            let root = try container.decode(EventID.self, forKey: .target)
            self = .thread(root: root, replyTo: isFallback ? nil : reply)
        case "m.replace":
            self = .replacement(of: try container.decode(EventID.self, forKey: .target))
        case "m.annotation":
            self = .annotation(
                of: try container.decode(EventID.self, forKey: .target),
                key: try container.decode(String.self, forKey: .key)
            )
        default:
            self = reply.map { .reply(to: $0) } ?? .other
        }
    }

    /// Writes an `m.relates_to` object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .reply(let target):
            try container.encode(Target(event_id: target), forKey: .reply)
        case .thread(let root, let replyTo):
            try container.encode("m.thread", forKey: .kind)
            try container.encode(root, forKey: .target)
            // Clients without threads show the message as a reply; the root stands in where none is answered.
            try container.encode(Target(event_id: replyTo ?? root), forKey: .reply)
            try container.encode(replyTo == nil, forKey: .isFallingBack)
        case .replacement(let target):
            try container.encode("m.replace", forKey: .kind)
            try container.encode(target, forKey: .target)
        case .annotation(let target, let key):
            try container.encode("m.annotation", forKey: .kind)
            try container.encode(target, forKey: .target)
            try container.encode(key, forKey: .key)
        case .other:
            break
        }
    }
}
