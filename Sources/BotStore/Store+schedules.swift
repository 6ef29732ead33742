package import Foundation
internal import GRDB
package import MatrixTypes
package import PluginAPI

extension Store {
    /// The schedules of all rooms that have a next instant, the nearest first.
    package func pendingSchedules() async throws -> [Schedule] {
        try await schedules(where: "ended_at IS NULL AND next_at IS NOT NULL ORDER BY next_at, id", [])
    }

    /// The schedules of one room, as plugins see them.
    package func schedules(in room: RoomID) -> any ScheduleWindow {
        StoredSchedules(store: self, room: room)
    }

    /// Puts ticks into the inbox and moves the schedule on, in one write. Each instant is taken at most once.
    package func tick(_ schedule: Schedule, inputs: [Tick], next: Date?, at now: Date) async throws {
        try await write(.ordered) { db in
            let isCurrent = try db.changes(
                "UPDATE schedule SET next_at = ? WHERE id = ? AND next_at = ? AND ended_at IS NULL",
                [next?.milliseconds, schedule.id.rawValue, schedule.next?.milliseconds]
            )
            guard isCurrent else { return }
            for tick in inputs { try db.put(tick, of: schedule, at: now) }
        }
        await bells.ring([.inbox, .schedules])
    }

    /// One instant of a schedule, for the plugin whose command it runs.
    package struct Tick: Sendable {
        package let instant: Date
        package let plugin: String
        package let stored: StoredInput

        package init(instant: Date, plugin: String, stored: StoredInput) {
            self.instant = instant
            self.plugin = plugin
            self.stored = stored
        }
    }

    fileprivate func schedules(where condition: String, _ arguments: StatementArguments) async throws
        -> [Schedule]
    {
        try await database.read { db in
            // It runs in the last of the rooms in which its own goes on.
            let sql = """
                SELECT s.*, r.room_id FROM schedule s JOIN room r
                    ON r.id = (SELECT max(id) FROM room WHERE id = s.room OR continues = s.room)
                WHERE \(condition)
                """
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map { try Schedule($0) }
        }
    }
}

private struct StoredSchedules: ScheduleWindow {
    let store: Store
    let room: RoomID

    func schedules() async throws -> [Schedule] {
        try await store.schedules(
            where: "s.room = \(Database.homeOfRoomID) AND ended_at IS NULL ORDER BY number",
            [room.rawValue]
        )
    }
}

extension Schedule {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: EventID(row["id"]),
            number: row["number"],
            draft: ScheduleDraft(
                expression: try CronExpression(row["expression"]),
                zone: row["zone"],
                room: RoomID(row["room_id"]),
                command: row["command"],
                author: UserID(row["author"]),
                missed: MissedRule(rawValue: row["missed"]) ?? .once
            ),
            next: (row["next_at"] as Int64?).map { Date(milliseconds: $0) }
        )
    }
}

extension Database {
    func add(_ draft: ScheduleDraft, id: String, room: Int64, next: Date?) throws {
        let isNew = try changes(
            """
            INSERT INTO schedule (id, room, number, expression, zone, command, author, missed, next_at)
            SELECT ?, id, last_schedule + 1, ?, ?, ?, ?, ?, ? FROM room WHERE id = ?
            ON CONFLICT (id) DO NOTHING
            """,
            [
                id, draft.expression.text, draft.zone, draft.command, draft.author.rawValue,
                draft.missed.rawValue, next?.milliseconds, room,
            ]
        )
        if isNew { try run("UPDATE room SET last_schedule = last_schedule + 1 WHERE id = ?", [room]) }
    }

    func end(schedule number: Int, room: Int64, at now: Date) throws {
        try run(
            "UPDATE schedule SET ended_at = ? WHERE room = ? AND number = ? AND ended_at IS NULL",
            [now.milliseconds, room, number]
        )
    }

    fileprivate func put(_ tick: Store.Tick, of schedule: Schedule, at now: Date) throws {
        try run(
            """
            INSERT INTO inbox (plugin, source, at, room, input, accepted_at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                try number(ofPlugin: tick.plugin), "schedule/\(schedule.id)/\(tick.instant.milliseconds)",
                tick.instant.milliseconds, try number(ofRoom: schedule.draft.room.rawValue),
                try RowJSON.data(tick.stored), now.milliseconds,
            ]
        )
    }
}
