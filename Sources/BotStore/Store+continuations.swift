internal import Foundation
internal import GRDB
internal import MatrixTypes

// A room that was upgraded goes on in another. Its comments, its schedules and the plugins' settings belong to the
// first room of such a chain, its home; what happens and what leaves belongs to the room where it happens.
extension Database {
    /// The home of room `?1`, as an expression.
    static let home = "(SELECT coalesce(continues, id) FROM room WHERE id = ?1)"

    /// The home of a room by its id, which is `?1`, as an expression.
    static let homeOfRoomID = "(SELECT coalesce(continues, id) FROM room WHERE room_id = ?1)"

    /// The first of the rooms that this one replaces; the room itself where it replaces none.
    func home(of room: Int64) throws -> Int64 {
        try Int64.fetchOne(cachedStatement(sql: "SELECT \(Self.home)"), arguments: [room]) ?? room
    }

    /// The home of a room; nil where it was never met.
    func home(of room: RoomID) throws -> Int64? {
        let sql = "SELECT \(Self.homeOfRoomID)"
        return try Int64.fetchOne(cachedStatement(sql: sql), arguments: [room.rawValue])
    }

    /// The id of the room with this number.
    func roomID(_ room: Int64) throws -> RoomID? {
        let sql = "SELECT room_id FROM room WHERE id = ?"
        return try String.fetchOne(cachedStatement(sql: sql), arguments: [room]).map { RoomID($0) }
    }

    /// Makes a room go on with what belongs to its predecessor. A room in which comments were kept before stays
    /// what it is.
    func carry(_ continuation: RoutedBatch.Continuation) throws {
        let room = try number(ofRoom: continuation.room.rawValue)
        let predecessor = try number(ofRoom: continuation.predecessor.rawValue)
        let isNew = try changes(
            """
            UPDATE room SET continues = (SELECT coalesce(continues, id) FROM room WHERE id = ?2)
            WHERE id = ?1 AND continues IS NULL AND NOT EXISTS (SELECT 1 FROM comment WHERE comment.room = ?1)
            """,
            [room, predecessor]
        )
        guard isNew else { return }
        try run(
            """
            INSERT INTO value (plugin, key, value)
            SELECT plugin, replace(key, ?1, ?2), value FROM value WHERE instr(key, ?1) > 0
            ON CONFLICT (plugin, key) DO NOTHING
            """,
            [continuation.predecessor.rawValue, continuation.room.rawValue]
        )
        try run(
            """
            INSERT INTO value_source (source, plugin, key)
            SELECT source, plugin, replace(key, ?1, ?2) FROM value_source WHERE instr(key, ?1) > 0
            ON CONFLICT (source, plugin, key) DO NOTHING
            """,
            [continuation.predecessor.rawValue, continuation.room.rawValue]
        )
    }
}
