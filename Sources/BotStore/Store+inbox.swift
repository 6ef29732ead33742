package import Foundation
internal import GRDB
package import MatrixTypes
internal import PluginAPI

extension Store {
    /// The next inputs of a plugin that can be handled now, in order.
    ///
    /// A room whose gap is being filled waits, as do commands until the plugins in `passing` have seen all that
    /// was said before, and edits until what they edit, and earlier edits of it, have been handled.
    package func turn(for plugin: String, after passing: [String], limit: Int) async throws -> [InboxEntry] {
        try await database.read { db in
            let marks = databaseQuestionMarks(count: passing.count)
            let sql = """
                SELECT i.*, r.room_id FROM inbox i JOIN room r ON r.id = i.room
                WHERE i.plugin = (SELECT id FROM plugin WHERE name = ?) AND i.is_held = 0
                    AND NOT EXISTS (
                        SELECT 1 FROM inbox before
                        WHERE before.plugin IN (SELECT id FROM plugin WHERE name IN (\(marks)))
                            AND before.room = i.room AND before.seq < i.seq)
                    AND (i.waits_for IS NULL OR NOT EXISTS (
                        SELECT 1 FROM inbox edited WHERE edited.source = i.waits_for AND edited.seq < i.seq
                        UNION ALL
                        SELECT 1 FROM inbox edit WHERE edit.waits_for = i.waits_for AND edit.seq < i.seq))
                ORDER BY i.seq LIMIT ?
                """
            let arguments: StatementArguments = [plugin] + StatementArguments(passing) + [limit]
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map {
                try InboxEntry($0, plugin: plugin)
            }
        }
    }

    /// Counts an attempt before it is made, after an unclean start: what takes the process down twice is set aside.
    package func beginAttempt(at entry: InboxEntry) async throws {
        try await write(.ordered) { db in
            try db.run("UPDATE inbox SET crashes = crashes + 1 WHERE seq = ?", [entry.sequence])
        }
    }

    /// Whether a command was understood, so that its edits are not run.
    package func wasUnderstood(_ event: EventID) async throws -> Bool {
        try await database.read { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM understood WHERE event = ?)"
            return try Bool.fetchOne(db, sql: sql, arguments: [event.stableHash]) ?? false
        }
    }

    /// WRITE 2: what was asked for is written, and the inputs are taken off, in one flushed transaction.
    package func commit(_ outcomes: [Outcome], at now: Date) async throws {
        try await write(.flushed) { db in
            for outcome in outcomes { try db.commit(outcome, at: now) }
        }
        if outcomes.contains(where: \.removesWords) { try await forgetLog() }
        await bells.ring([.inbox, .outbox, .schedules, .discussion])
    }

    /// The number of the last input that waits; 0 where none does.
    package func lastSequence() async throws -> Int64 {
        try await database.read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM inbox") ?? 0 }
    }

    /// How many inputs wait.
    package func inboxCount() async throws -> Int {
        try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM inbox") ?? 0 }
    }
}

extension Outcome {
    /// Whether words of people are removed by it.
    fileprivate var removesWords: Bool {
        guard case .done(let actions, _) = result else { return false }
        return actions.contains { action in
            switch action {
            case .remove, .removeAll: true
            default: false
            }
        }
    }
}

extension InboxEntry {
    fileprivate init(_ row: Row, plugin: String) throws {
        sequence = row["seq"]
        self.plugin = plugin
        source = row["source"]
        causedAt = Date(milliseconds: row["at"])
        room = RoomID(row["room_id"])
        stored = try RowJSON.value(StoredInput.self, from: row["input"])
        acceptedAt = Date(milliseconds: row["accepted_at"])
        edits = (row["waits_for"] as String?).map { EventID($0) }
        failures = row["failures"]
        crashes = row["crashes"]
    }
}

extension Database {
    fileprivate func commit(_ outcome: Outcome, at now: Date) throws {
        let entry = outcome.entry
        switch outcome.result {
        case .failed:
            try run("UPDATE inbox SET failures = failures + 1, crashes = 0 WHERE seq = ?", [entry.sequence])
            return
        case .setAside(let reason, let actions):
            try run(
                """
                INSERT INTO aside (source, plugin, room, reason, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (source) DO NOTHING
                """,
                [
                    "\(entry.plugin)/\(entry.source)", try number(ofPlugin: entry.plugin),
                    try number(ofRoom: entry.room.rawValue), reason,
                    now.milliseconds,
                ]
            )
            try apply(actions, of: entry, at: now)
        case .done(let actions, let isUnderstood):
            try apply(actions, of: entry, at: now)
            if isUnderstood, case .command = entry.stored.input {
                try run(
                    "INSERT INTO understood (event) VALUES (?) ON CONFLICT (event) DO NOTHING",
                    [(entry.edits ?? EventID(entry.source)).stableHash]
                )
            }
        }
        try run("DELETE FROM inbox WHERE seq = ?", [entry.sequence])
    }

    private func apply(_ actions: [StoredAction], of entry: InboxEntry, at now: Date) throws {
        let room = try home(of: try number(ofRoom: entry.room.rawValue))
        for action in actions {
            switch action {
            case .post(let draft): try post(draft, plugin: entry.plugin, source: entry.source)
            case .record(let draft): try record(draft, room: room, visibility: entry.stored.visibility)
            case .revise(let revision): try revise(revision, room: room)
            case .annotate(let reaction): try annotate(reaction, room: room)
            case .remove(let event): try remove(event, room: room, at: now)
            case .removeAll(let author): try removeAll(by: author, room: room, at: now)
            case .set(let key, let value, let sources, let plugin):
                try set(key, value, sources: sources, plugin: plugin ?? entry.plugin)
            case .schedule(let draft, let next):
                try add(draft, id: entry.source, room: room, next: next)
            case .unschedule(let scheduleNumber): try end(schedule: scheduleNumber, room: room, at: now)
            }
        }
    }

    private func set(_ key: String, _ value: String?, sources: [EventID], plugin: String) throws {
        let plugin = try number(ofPlugin: plugin)
        guard let value else {
            try run("DELETE FROM value WHERE plugin = ? AND key = ?", [plugin, key])
            return
        }
        try run(
            """
            INSERT INTO value (plugin, key, value, sources) VALUES (?, ?, ?, ?)
            ON CONFLICT (plugin, key) DO UPDATE SET value = excluded.value, sources = excluded.sources
            """,
            [plugin, key, value, try RowJSON.text(sources)]
        )
    }
}
