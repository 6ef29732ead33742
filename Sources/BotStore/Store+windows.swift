internal import Foundation
internal import GRDB
package import MatrixTypes
package import PluginAPI

extension Store {
    /// A plugin's own values, and the names that it gave to messages of a room, as it sees them.
    package func state(of plugin: String, in room: RoomID) -> any StateWindow {
        StoredValues(store: self, plugin: plugin, room: room)
    }

    /// What was kept and what was missed in a room, as plugins see it.
    package func audit(of room: RoomID) -> any AuditWindow {
        StoredAudit(store: self, room: room)
    }

    /// What was kept and what was missed, for every room of a directory that another process may have in use.
    ///
    /// - Throws: ``OpenError``.
    package static func audits(directory: String) async throws -> [(room: RoomID, audit: ArchiveAudit)] {
        try await openForReading(directory: directory).audits()
    }

    private func audits() async throws -> [(room: RoomID, audit: ArchiveAudit)] {
        let rooms = try await database.read { db in
            try String.fetchAll(db, sql: "SELECT room_id FROM room WHERE continues IS NULL ORDER BY id").map {
                RoomID($0)
            }
        }
        var audits: [(room: RoomID, audit: ArchiveAudit)] = []
        for room in rooms { audits.append((room, try await StoredAudit(store: self, room: room).audit())) }
        return audits
    }
}

private struct StoredValues: StateWindow {
    let store: Store
    let plugin: String
    let room: RoomID

    func value(_ key: String) async throws -> String? {
        try await store.database.read { [plugin] db in
            let sql =
                "SELECT value FROM value WHERE plugin = (SELECT id FROM plugin WHERE name = ?) AND key = ?"
            return try String.fetchOne(db, sql: sql, arguments: [plugin, key])
        }
    }

    func name(of message: EventID) async throws -> String? {
        try await store.database.read { [plugin, room] db in
            let sql = """
                SELECT a.alias FROM alias a JOIN sent s ON s.name = a.name
                WHERE a.plugin = (SELECT id FROM plugin WHERE name = ?)
                    AND a.room = (SELECT id FROM room WHERE room_id = ?) AND s.event_id = ?
                """
            return try String.fetchOne(db, sql: sql, arguments: [plugin, room.rawValue, message.rawValue])
        }
    }
}

private struct StoredAudit: AuditWindow {
    let store: Store
    let room: RoomID

    func audit() async throws -> ArchiveAudit {
        try await store.database.read { [room] db in
            let number = try db.home(of: room)
            func count(_ from: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(from)", arguments: [number]) ?? 0
            }
            let rooms = "(SELECT id FROM room WHERE id = ?1 OR continues = ?1)"
            return ArchiveAudit(
                messages: try count(
                    "seen WHERE room IN \(rooms) AND kind = \(RoutedBatch.SeenKind.message.rawValue)"
                ),
                comments: try count("comment WHERE room = ?1 AND removed_at IS NULL"),
                edits: try count(
                    """
                    revision r JOIN comment c ON c.id = r.comment
                    WHERE c.room = ?1 AND r.event_id <> c.origin_id
                    """
                ),
                removals: try count("comment WHERE room = ?1 AND removed_at IS NOT NULL"),
                unreadable: try count("aside WHERE room IN \(rooms) AND plugin IS NULL"),
                gaps: try count("gap WHERE room IN \(rooms) AND is_filled = 0")
            )
        }
    }
}
