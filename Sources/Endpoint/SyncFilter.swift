internal import MatrixTypes

/// What a reader wants of a sync, as far as this homeserver heeds it.
struct SyncFilter: Decodable, Sendable {
    struct Room: Decodable, Sendable {
        let rooms: [String]?
        let not_rooms: [String]?
        let state: Events?
        let timeline: Events?
    }

    struct Events: Decodable, Sendable {
        let limit: Int?
        let types: [String]?
        let not_types: [String]?
        let not_senders: [String]?
        let lazy_load_members: Bool?
    }

    let room: Room?

    /// Everything.
    static let none = SyncFilter(room: nil)

    private init(room: Room?) {
        self.room = room
    }

    /// - Throws: `M_NOT_JSON` for what is no filter.
    init(reading text: [UInt8]) throws(StreamMessage.Refusal) {
        guard let slice = try? JSONSlice(text), slice.isObject,
            let filter = try? slice.decoded(as: SyncFilter.self)
        else { throw .notJSON("Invalid filter JSON") }
        self = filter
    }

    var loadsMembersLazily: Bool { room?.state?.lazy_load_members ?? false }

    func includes(_ id: RoomID) -> Bool {
        (room?.rooms?.contains(id.rawValue) ?? true) && !(room?.not_rooms?.contains(id.rawValue) ?? false)
    }
}

extension SyncFilter.Events {
    var isOpen: Bool { types == nil && not_types == nil && not_senders == nil }

    func includes(_ event: RecordedEvent) -> Bool {
        (types?.contains { Self.matches(event.type, $0) } ?? true)
            && !(not_types?.contains { Self.matches(event.type, $0) } ?? false)
            && !(not_senders?.contains(event.sender.rawValue) ?? false)
    }

    /// A star at the end stands for anything.
    private static func matches(_ type: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? type.hasPrefix(pattern.dropLast()) : type == pattern
    }
}
