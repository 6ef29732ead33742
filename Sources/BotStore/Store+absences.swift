internal import Foundation
internal import GRDB
package import MatrixTypes

/// Commands of a room that were asked in an absence, and are not answered.
package struct MissedCommands: Hashable, Sendable {
    package let room: RoomID
    package let absence: Absence
    package let count: Int
}

extension Store {
    /// Tells each room, in one write, of the commands that are not answered there. A room whose past is still
    /// being fetched is told when all of it is there.
    package func tellMissedCommands(_ draft: @escaping @Sendable (MissedCommands) -> OutboxDraft) async throws
    {
        try await write(.ordered) { db in
            for missed in try db.missedCommands() {
                try db.post(draft(missed), plugin: "core", source: "missed/\(missed.room)", from: nil)
                try db.run(
                    "DELETE FROM missed WHERE room = ? AND absence = ?",
                    [try db.number(ofRoom: missed.room.rawValue), try RowJSON.data(missed.absence)]
                )
            }
        }
        await bells.ring([.outbox])
    }
}

extension Database {
    func count(_ absence: Absence, room: Int64) throws {
        try run(
            """
            INSERT INTO missed (room, absence, count) VALUES (?, ?, 1)
            ON CONFLICT (room, absence) DO UPDATE SET count = count + 1
            """,
            [room, try RowJSON.data(absence)]
        )
    }

    fileprivate func missedCommands() throws -> [MissedCommands] {
        let sql = """
            SELECT r.room_id, m.absence, m.count FROM missed m JOIN room r ON r.id = m.room
            WHERE NOT EXISTS (SELECT 1 FROM gap WHERE gap.room = m.room AND gap.closed_at IS NULL)
            """
        return try Row.fetchAll(self, sql: sql).map { row in
            MissedCommands(
                room: RoomID(row["room_id"]),
                absence: try RowJSON.value(Absence.self, from: row["absence"]),
                count: row["count"]
            )
        }
    }
}
