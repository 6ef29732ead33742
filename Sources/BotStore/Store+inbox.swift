package import Foundation
internal import Discussion
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
                SELECT i.*, r.room_id, (SELECT removals FROM identity) AS removals FROM inbox i JOIN room r ON r.id = i.room
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
        let list = removals
        let hasRemoved = try await write(.flushed) { db in
            var remover = Remover(db, list: list, now: now)
            for outcome in outcomes where try !db.commit(outcome, remover: &remover, at: now) { break }
            return try remover.finish()
        }
        await bells.ring([.inbox, .outbox, .schedules, .discussion])
        if hasRemoved { await bells.ring([.erasures]) }
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
        removals = row["removals"]
    }
}

extension Database {
    /// - Returns: Whether the next may be committed: not where this one holds words and something was removed since
    ///   it was handled. It stays, and is handled again.
    fileprivate func commit(_ outcome: Outcome, remover: inout Remover, at now: Date) throws -> Bool {
        let entry = outcome.entry
        // Who takes an input back while it is being handled takes its answer back, too.
        guard try isWaiting(entry) else { return true }
        if outcome.holdsWords, try remover.hasRemoved(since: entry.removals) { return false }
        switch outcome.result {
        case .failed:
            try run("UPDATE inbox SET failures = failures + 1, crashes = 0 WHERE seq = ?", [entry.sequence])
            return true
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
            try apply(actions, of: entry, remover: &remover, at: now)
        case .done(let actions, let isUnderstood):
            try apply(actions, of: entry, remover: &remover, at: now)
            if isUnderstood, case .command = entry.stored.input {
                try run(
                    "INSERT INTO understood (event) VALUES (?) ON CONFLICT (event) DO NOTHING",
                    [(entry.edits ?? EventID(entry.source)).stableHash]
                )
            }
        }
        try run("DELETE FROM inbox WHERE seq = ?", [entry.sequence])
        return true
    }

    private func isWaiting(_ entry: InboxEntry) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM inbox WHERE seq = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [entry.sequence]) ?? false
    }

    private func apply(
        _ actions: [StoredAction],
        of entry: InboxEntry,
        remover: inout Remover,
        at now: Date
    ) throws {
        let room = try home(of: try number(ofRoom: entry.room.rawValue))
        for action in actions {
            switch action {
            case .post(let draft): try post(draft, plugin: entry.plugin, source: entry.source, from: entry)
            case .record(let draft): try record(draft, room: room, visibility: entry.stored.visibility)
            case .revise(let revision): try revise(revision, room: room)
            case .annotate(let reaction): try annotate(reaction, room: room)
            case .remove(let event): try remover.remove(event, room: room)
            case .removeAll(let author, let everywhere):
                try remover.removeAll(
                    by: author.rawValue,
                    room: everywhere ? nil : room,
                    until: entry.causedAt,
                    upTo: entry.sequence
                )
            case .set(let key, let value, let sources, let plugin):
                try set(key, value, sources: sources, plugin: plugin ?? entry.plugin)
            case .schedule(let draft, let next):
                try add(draft, id: entry.source, room: room, next: next)
            case .unschedule(let scheduleNumber): try end(schedule: scheduleNumber, room: room, at: now)
            case .follow(let statement): try follow(statement, room: room)
            case .publication(let change):
                try self.change(publicationBy: change, room: room, at: entry.causedAt)
            }
        }
    }

    private func follow(_ statement: Int, room: Int64) throws {
        try run(
            "UPDATE room SET statement = ?1 WHERE id = ?2 AND EXISTS (SELECT 1 FROM statement WHERE id = ?1)",
            [statement, room]
        )
    }

    private func set(_ key: String, _ value: String?, sources: [WordSource], plugin: String) throws {
        let plugin = try number(ofPlugin: plugin)
        try run("DELETE FROM value_source WHERE plugin = ? AND key = ?", [plugin, key])
        guard let value else {
            try run("DELETE FROM value WHERE plugin = ? AND key = ?", [plugin, key])
            return
        }
        try run(
            """
            INSERT INTO value (plugin, key, value) VALUES (?, ?, ?)
            ON CONFLICT (plugin, key) DO UPDATE SET value = excluded.value
            """,
            [plugin, key, value]
        )
        for source in Set(sources.map(\.stableHash)) {
            try run("INSERT INTO value_source (source, plugin, key) VALUES (?, ?, ?)", [source, plugin, key])
        }
    }
}
