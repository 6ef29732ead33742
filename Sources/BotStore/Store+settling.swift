internal import Discussion
package import Foundation
internal import GRDB
package import MatrixTypes
internal import PluginAPI

extension Store {
    /// WRITE 3: a message has left, and the homeserver gave it this id. Twice is once.
    package func settle(_ sent: [(name: String, eventID: EventID)], at now: Date) async throws {
        try await write(.ordered) { db in
            for (name, eventID) in sent { try db.settle(name, as: eventID, at: now) }
        }
        await bells.ring([.outbox])
    }

    /// Sets a message aside that the homeserver refuses for good; its room goes on without it.
    ///
    /// Its words go: they may quote what somebody takes back later.
    ///
    /// - Parameter report: What the operator is told, once.
    package func wedge(_ name: String, reason: String, report: OutboxDraft? = nil) async throws {
        try await write(.ordered) { db in
            try db.run("UPDATE outbox SET state = 1, reason = ?, body = x'' WHERE name = ?", [reason, name])
            // What never came into a room need not be taken out of it.
            try db.forgetPosted(name)
            if let report { try db.post(report, plugin: "core", source: report.name, from: nil) }
        }
        await bells.ring([.outbox])
    }
}

extension Database {
    /// Moves a row from the outbox to `sent`. A row that is written again later finds itself there.
    ///
    /// One whose words were taken back while it was on its way is taken out of the room.
    func settle(_ name: String, as eventID: EventID, at now: Date) throws {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT room, shown, revision, state FROM outbox WHERE name = ?"),
            arguments: [name]
        )
        try run(
            "INSERT INTO sent (name, event_id) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
            [name, eventID.rawValue]
        )
        guard let row else { return }
        if let shown: String = row["shown"] {
            try run(
                """
                INSERT INTO shown (room, event_id, addresses, revision) VALUES (?, ?, ?, ?)
                ON CONFLICT (room, event_id) DO NOTHING
                """,
                [try home(of: row["room"]), eventID.rawValue, shown, row["revision"] as Int64?]
            )
        }
        try run("UPDATE posted SET event_id = ? WHERE name = ?", [eventID.rawValue, name])
        if row["state"] == 2 { try postRedaction(of: eventID, room: row["room"], at: now) }
        try run("DELETE FROM outbox WHERE name = ?", [name])
    }

    /// Whose words a message holds, so that it is found when they are taken back; and how to make it again then.
    ///
    /// - Parameters:
    ///   - body: With the row's name for the name of a message that it edits.
    ///   - message: Its number in the outbox.
    func keepSources(
        of draft: OutboxDraft,
        body: OutgoingBody,
        message: Int64,
        from entry: InboxEntry?
    ) throws {
        var root: Int64?
        if case .edit(.sent(let original), _) = body {
            let sql = "SELECT message FROM posted WHERE name = ?"
            root = try Int64.fetchOne(cachedStatement(sql: sql), arguments: [original])
        }
        // What can be edited later may get sources then.
        guard !draft.sources.isEmpty || draft.repeatsAsker || draft.alias != nil || root != nil else {
            return
        }
        let asked = entry?.stored.input.invocation
        try run(
            """
            INSERT INTO posted (message, name, room, root, plugin, author, cause, repeats, input, alias, at)
            SELECT seq, name, room, ?2, plugin, ?3, ?4, ?5, ?6, ?7, ?8 FROM outbox WHERE seq = ?1
            """,
            [
                message, root, asked?.typist?.rawValue, asked?.messageSource?.stableHash, draft.repeatsAsker,
                asked == nil ? nil : try entry.map { try RowJSON.data($0.stored) }, draft.alias,
                entry?.answeredAt.milliseconds ?? 0,
            ]
        )
        for source in Set(draft.sources.map(\.stableHash)) {
            try run("INSERT INTO quoted (source, message) VALUES (?, ?)", [source, message])
        }
    }

    fileprivate func forgetPosted(_ name: String) throws {
        try run("DELETE FROM quoted WHERE message = (SELECT message FROM posted WHERE name = ?)", [name])
        try run("DELETE FROM posted WHERE name = ?", [name])
    }
}

extension Invocation {
    /// Who typed it; nil for a schedule.
    fileprivate var typist: UserID? { messageSource == nil ? nil : sender }

    /// The event with which it was typed; nil for a schedule.
    fileprivate var messageSource: WordSource? {
        if case .message(let message) = cause { .event(message.event) } else { nil }
    }
}

extension InboxEntry {
    /// When the command was accepted that it answers, be it for the first time or again.
    fileprivate var answeredAt: Date {
        if case .withdrawn(let withdrawal) = stored.input { withdrawal.answeredAt } else { acceptedAt }
    }
}
