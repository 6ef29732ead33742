package import Foundation
internal import GRDB
package import MatrixTypes
internal import PluginAPI

extension Store {
    /// Where an account stands, and when the homeserver last answered; nil before its first sync.
    package func position(of account: String) async throws -> (nextBatch: String, heardAt: Date)? {
        try await database.read { db in
            let sql = "SELECT next_batch, heard_at FROM position WHERE account = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [account]).map {
                ($0["next_batch"], Date(milliseconds: $0["heard_at"]))
            }
        }
    }

    /// WRITE 1: takes in batches and the position after them. An event that was seen before is ignored.
    ///
    /// - Throws: ``IntakeError/otherPosition(expected:found:)`` where a batch does not follow the stored position.
    package func accept(_ batches: [RoutedBatch], at now: Date) async throws {
        try await write(.ordered) { db in
            for batch in batches {
                try db.move(batch.account, from: batch.position, to: batch.nextPosition, at: now)
                try db.accept(batch, at: now)
            }
        }
        await bells.ring([.inbox, .outbox, .gaps])
    }

    /// A batch that cannot be accepted.
    package enum IntakeError: Error, Hashable, CustomStringConvertible {
        case otherPosition(expected: String?, found: String?)

        package var description: String {
            switch self {
            case .otherPosition(let expected, let found):
                "The batch follows position \(expected ?? "none"), but the store is at \(found ?? "none"); "
                    + "reconnecting from there."
            }
        }
    }

    /// The state of every room, as it was last written.
    package func roomStates() async throws -> [(room: RoomID, event: Event)] {
        try await database.read { db in
            let sql = "SELECT r.room_id, s.event FROM room_state s JOIN room r ON r.id = s.room"
            return try Row.fetchAll(db, sql: sql).map { row in
                (RoomID(row["room_id"]), try RowJSON.value(Event.self, from: row["event"]))
            }
        }
    }

    /// Whether nothing is left to do that this event caused.
    package func isSettled(_ event: EventID) async throws -> Bool {
        try await database.read { db in
            let sql = """
                SELECT EXISTS (SELECT 1 FROM seen WHERE event_id = ?1)
                    AND NOT EXISTS (SELECT 1 FROM inbox WHERE source = ?1)
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE source = ?1 AND state = 0)
                """
            return try Bool.fetchOne(db, sql: sql, arguments: [event.rawValue]) ?? false
        }
    }
}

extension Database {
    fileprivate func move(_ account: String, from position: String?, to next: String, at now: Date) throws {
        let stored = try String.fetchOne(
            cachedStatement(sql: "SELECT next_batch FROM position WHERE account = ?"),
            arguments: [account]
        )
        guard stored == position else {
            throw Store.IntakeError.otherPosition(expected: position, found: stored)
        }
        try run(
            """
            INSERT INTO position (account, next_batch, heard_at) VALUES (?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET next_batch = excluded.next_batch, heard_at = excluded.heard_at
            """,
            [account, next, now.milliseconds]
        )
    }

    fileprivate func accept(_ batch: RoutedBatch, at now: Date) throws {
        for (room, event) in batch.state { try keep(event, in: room) }
        for continuation in batch.continuations { try carry(continuation) }
        for gap in batch.gaps { try open(gap) }
        for routed in batch.events { try accept(routed, at: now, isFromGap: false) }
        for event in batch.unreadable { try setAside(event, at: now) }
        for draft in batch.posts { try post(draft, plugin: "core", source: draft.name, from: nil) }
    }

    private func keep(_ event: Event, in room: RoomID) throws {
        try run(
            """
            INSERT INTO room_state (room, type, key, event) VALUES (?, ?, ?, ?)
            ON CONFLICT (room, type, key) DO UPDATE SET event = excluded.event
            """,
            [try number(ofRoom: room.rawValue), event.type, event.stateKey ?? "", try RowJSON.data(event)]
        )
    }

    /// The last number that was given in the inbox, whether its row is still there or not.
    static let lastNumberOfInbox = "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'inbox'), 0)"

    private func open(_ gap: RoutedBatch.Gap) throws {
        try run(
            """
            INSERT INTO gap (room, "from", "to", absence, opened_after)
            VALUES (?, ?, ?, ?, \(Self.lastNumberOfInbox))
            ON CONFLICT (room, "from") DO NOTHING
            """,
            [
                try number(ofRoom: gap.room.rawValue), gap.from, gap.to,
                try gap.absence.map { try RowJSON.data($0) },
            ]
        )
    }

    /// An echo of our own settles its row; anything else goes to those who want it, once.
    func accept(_ routed: RoutedBatch.Routed, at now: Date, isFromGap: Bool) throws {
        let event = routed.event
        let room = try number(ofRoom: routed.room.rawValue)
        let isNew = try changes(
            "INSERT INTO seen (at, event_id, room, kind) VALUES (?, ?, ?, ?) ON CONFLICT (at, event_id) DO NOTHING",
            [event.sentAt.milliseconds, event.id.rawValue, room, routed.kind.rawValue]
        )
        if let name = routed.settles { try settle(name, as: event.id, at: now) }
        guard isNew else { return }
        if let absence = routed.missed { try count(absence, room: room) }
        let isHeld = try !isFromGap && hasOpenGap(room: room)
        for input in routed.inputs {
            try run(
                """
                INSERT INTO inbox (plugin, source, at, room, input, accepted_at, waits_for, is_held, author)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    try number(ofPlugin: input.plugin), event.id.rawValue, event.sentAt.milliseconds, room,
                    try RowJSON.data(input.stored), now.milliseconds, input.waitsFor?.rawValue, isHeld,
                    input.stored.input.author.rawValue,
                ]
            )
        }
    }

    private func hasOpenGap(room: Int64) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM gap WHERE room = ? AND closed_at IS NULL)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [room]) ?? false
    }

    func setAside(_ event: SyncBatch.UnreadableEvent, at now: Date) throws {
        let room = try number(ofRoom: event.room.rawValue)
        // Events without an id are counted too: each gets the number of what was set aside before it.
        try run(
            """
            INSERT INTO aside (source, room, reason, at)
            VALUES (coalesce(?, (SELECT 'without id/' || count(*) FROM aside)), ?, ?, ?)
            ON CONFLICT (source) DO NOTHING
            """,
            [event.id?.rawValue, room, event.reason, now.milliseconds]
        )
    }
}
