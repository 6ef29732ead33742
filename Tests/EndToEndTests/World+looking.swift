import BotStore
import Foundation
import MatrixTypes
import Testing

extension World {
    /// What the bot has kept of a room, as `rapporteur archive audit --json` counts it.
    struct RoomAudit: Decodable, Sendable {
        struct Counts: Decodable, Hashable, Sendable {
            let messages: Int
            let comments: Int
            let unreadable: Int
            let gaps: Int
        }

        let room: RoomID
        let counts: Counts

        enum CodingKeys: String, CodingKey {
            case room
            case counts = "audit"
        }
    }

    /// Counted by the program itself, whether the bot runs or not.
    func audits() async throws -> [RoomAudit] {
        let result = try await Program.run("archive", "audit", "--data", dataDirectory, "--json")
        #expect(result.code == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(RoomAudit.self, from: Data($0.utf8))
        }
    }

    /// Of the first room.
    func audit() async throws -> RoomAudit.Counts {
        try #require(try await audits().first { $0.room == room }).counts
    }

    /// When the bot is gone: nothing waits that it could still say.
    func expectNothingLeft() async throws {
        let store = try Store.open(directory: dataDirectory)
        #expect(try await store.inboxCount() == 0)
        #expect(try await store.outboxCount() == 0)
        try await store.close()
    }
}
