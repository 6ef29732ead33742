import Foundation
import MatrixTypes

@testable import Endpoint

/// A homeserver with a room, Ada who may do everything in it, and Bo.
struct ReadingRoom {
    let homeserver: EmbeddedHomeserver
    let ada: Person
    let bo: Person
    let room: RoomID

    init(timelineLimit: Int = 50, isDirect: Bool = false) {
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        homeserver = EmbeddedHomeserver(serverName: "demo", timelineLimit: timelineLimit, now: { start })
        ada = homeserver.addPerson("ada", displayName: "Ada")
        bo = homeserver.addPerson("bo", displayName: "Bo")
        room = homeserver.openRoom(
            "Reading room",
            id: nil,
            creator: ada.userID,
            people: [bo.userID],
            isDirect: isDirect,
            isPublic: false
        )
    }

    /// What a person's next sync brings, as the bot would read it, and the position after it.
    func sync(_ person: Person, since position: String? = nil) throws -> (batch: SyncBatch, position: String)
    {
        let answer = homeserver.sync(for: person.userID, since: try homeserver.position(position))
        let batch = try SyncBatch(reading: JSONSlice(answer.json.bytes))
        return (batch, batch.nextBatch)
    }

    @discardableResult
    func say(_ words: [String], as person: Person) throws -> [EventID] {
        try words.map { try homeserver.say($0, as: person.userID, in: room) }
    }
}

extension Event {
    /// The words of a message.
    var words: String? {
        if case .message(let message) = content { message.text.body } else { nil }
    }
}

extension SyncBatch {
    /// The words of all new messages, in order.
    var words: [String] { rooms.flatMap(\.timeline).compactMap(\.words) }
}

/// The parts of a JSON object that a test looks at.
func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
}
