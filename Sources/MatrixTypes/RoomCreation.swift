/// The content of an `m.room.create`.
public struct RoomCreation: Hashable, Sendable, Codable {
    /// The rules by which the room lives; nil for the first.
    public let roomVersion: String?
    /// Who made it beside the sender of the event.
    public let additionalCreators: [UserID]?
    /// The room that it continues, where it replaces one.
    public let predecessor: Predecessor?

    /// The room that another continues.
    public struct Predecessor: Hashable, Sendable, Codable {
        /// Its id.
        public let room: RoomID

        enum CodingKeys: String, CodingKey { case room = "room_id" }

        /// A room that was replaced.
        public init(room: RoomID) {
            self.room = room
        }
    }

    enum CodingKeys: String, CodingKey {
        case roomVersion = "room_version"
        case additionalCreators = "additional_creators"
        case predecessor
    }

    /// How a room was made.
    public init(
        roomVersion: String?,
        additionalCreators: [UserID]? = nil,
        predecessor: Predecessor? = nil
    ) {
        self.roomVersion = roomVersion
        self.additionalCreators = additionalCreators
        self.predecessor = predecessor
    }

    /// Whether its creators may do everything, and are not in its power levels: from version 12 on.
    public var hasCreatorsAboveAll: Bool { (roomVersion.flatMap { Int($0) } ?? 1) >= 12 }
}

extension PowerLevels {
    /// The level of those who stand above all: the largest number that Matrix knows.
    public static let ofCreators = 9_007_199_254_740_991
}
