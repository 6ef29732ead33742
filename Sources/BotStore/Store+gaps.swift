package import Foundation
internal import GRDB
package import MatrixTypes

/// A stretch of a room's past that is still to be fetched.
package struct OpenGap: Hashable, Sendable {
    package let room: RoomID
    package let from: String
    package let to: String?
    /// In which it came about.
    package let absence: Absence?
    /// Where the next page begins.
    package var cursor: String
}

extension Store {
    /// The gaps that are still to be filled, in the order in which they were found.
    package func openGaps() async throws -> [OpenGap] {
        try await database.read { db in
            let sql =
                "SELECT g.*, r.room_id FROM gap g JOIN room r ON r.id = g.room WHERE closed_at IS NULL ORDER BY g.id"
            return try Row.fetchAll(db, sql: sql).map { row in
                let from: String = row["from"]
                return OpenGap(
                    room: RoomID(row["room_id"]),
                    from: from,
                    to: row["to"],
                    absence: try (row["absence"] as Data?).map { try RowJSON.value(Absence.self, from: $0) },
                    cursor: row["cursor"] ?? from
                )
            }
        }
    }

    /// One page of a gap and where the next begins, in one write; with `next` nil the gap is filled.
    ///
    /// - Parameter state: Of the room's past; what is known since then stays.
    package func fill(
        _ gap: OpenGap,
        with events: [RoutedBatch.Routed],
        unreadable: [SyncBatch.UnreadableEvent],
        state: [Event] = [],
        next: String?,
        at now: Date
    ) async throws {
        try await write(.ordered) { db in
            for routed in events { try db.accept(routed, at: now, isFromGap: true) }
            for event in unreadable { try db.setAside(event, at: now) }
            for event in state { try db.keepPast(event, in: gap.room) }
            if let next {
                try db.run(
                    #"UPDATE gap SET cursor = ? WHERE room = ? AND "from" = ?"#,
                    [next, try db.number(ofRoom: gap.room.rawValue), gap.from]
                )
            } else {
                try db.close(gap, isFilled: true, at: now)
            }
        }
        await bells.ring([.inbox])
    }

    /// A position that the homeserver no longer knows is a gap in every room, which nobody can fill.
    package func forgetPosition(of account: String, at now: Date) async throws {
        try await write(.flushed) { db in
            try db.run(
                """
                INSERT INTO gap (room, "from", opened_after, closed_at)
                SELECT room.id, position.next_batch, 0, ? FROM room, position WHERE position.account = ?
                ON CONFLICT (room, "from") DO NOTHING
                """,
                [now.milliseconds, account]
            )
            try db.run("DELETE FROM position WHERE account = ?", [account])
        }
    }

    /// Gives a gap up: what was said after it goes on, and the audit says that something is missing.
    package func abandon(_ gap: OpenGap, at now: Date) async throws {
        try await write(.ordered) { db in try db.close(gap, isFilled: false, at: now) }
        await bells.ring([.inbox])
    }
}

extension Database {
    fileprivate func keepPast(_ event: Event, in room: RoomID) throws {
        try run(
            """
            INSERT INTO room_state (room, type, key, event) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (room, type, key) DO UPDATE SET event = excluded.event
                WHERE json_extract(CAST(room_state.event AS TEXT), '$.origin_server_ts') <= ?5
            """,
            [
                try number(ofRoom: room.rawValue), event.type, event.stateKey ?? "", try RowJSON.data(event),
                event.sentAt.milliseconds,
            ]
        )
    }

    fileprivate func close(_ gap: OpenGap, isFilled: Bool, at now: Date) throws {
        let room = try number(ofRoom: gap.room.rawValue)
        try run(
            #"UPDATE gap SET closed_at = ?, is_filled = ? WHERE room = ? AND "from" = ?"#,
            [now.milliseconds, isFilled, room, gap.from]
        )
        // What waited behind the gap comes after what the gap held: it gets new numbers, in its old order.
        let released = """
            room = ?1 AND is_held = 1 AND seq <= coalesce(
                (SELECT min(opened_after) FROM gap WHERE gap.room = ?1 AND closed_at IS NULL), seq)
            """
        try run(
            """
            INSERT INTO inbox (plugin, source, at, room, input, accepted_at, waits_for, failures, crashes, author)
            SELECT plugin, source, at, room, input, accepted_at, waits_for, failures, crashes, author FROM inbox
            WHERE \(released) ORDER BY seq
            """,
            [room]
        )
        try run("DELETE FROM inbox WHERE \(released)", [room])
    }
}
