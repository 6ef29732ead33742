internal import Foundation
internal import GRDB
package import MatrixTypes
internal import PluginAPI

extension Store {
    /// The rooms in which a message waits to leave.
    package func roomsWithPending() async throws -> [RoomID] {
        try await database.read { db in
            let sql = """
                SELECT room_id FROM room
                WHERE EXISTS (SELECT 1 FROM outbox WHERE outbox.state = 0 AND outbox.room = room.id)
                """
            return try String.fetchAll(db.cachedStatement(sql: sql)).map { RoomID($0) }
        }
    }

    /// The message of a room that leaves next, with its targets looked up.
    ///
    /// One whose target is wedged, or was never sent, is wedged with it.
    package func nextToSend(in room: RoomID) async throws -> OutboxEntry? {
        while true {
            let found = try await database.read { db in try db.nextToSend(in: room) }
            switch found {
            case nil: return nil
            case .ready(let entry): return entry
            case .withoutTarget(let name):
                try await wedge(name, reason: "the message it refers to was not sent")
            }
        }
    }

    /// How many messages wait to leave.
    package func outboxCount() async throws -> Int {
        try await database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox WHERE state = 0") ?? 0
        }
    }

    fileprivate enum Next {
        case ready(OutboxEntry)
        case withoutTarget(name: String)
    }
}

extension Database {
    /// A row that was sent before, by its name, is not written again.
    ///
    /// - Parameter entry: The input that it answers; nil for what the core does of its own accord.
    func post(_ draft: OutboxDraft, plugin: String, source: String, from entry: InboxEntry?) throws {
        let plugin = try number(ofPlugin: plugin)
        let room = try number(ofRoom: draft.room.rawValue)
        let body = try named(draft.body, plugin, room)
        let isNew = try changes(
            """
            INSERT INTO outbox (name, plugin, source, room, body, shown, revision, alias, can_wait)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE NOT EXISTS (SELECT 1 FROM sent WHERE name = ?1)
            ON CONFLICT (name) DO NOTHING
            """,
            [
                draft.name, plugin, source, room, try RowJSON.data(body),
                draft.shown.isEmpty ? nil : try RowJSON.text(draft.shown),
                draft.shown.isEmpty ? nil : try revision(shownBy: draft, room: room), draft.alias,
                draft.canWait,
            ]
        )
        if isNew { try keepSources(of: draft, body: body, message: lastInsertedRowID, from: entry) }
        guard let alias = draft.alias else { return }
        try run(
            """
            INSERT INTO alias (plugin, room, alias, name) VALUES (?, ?, ?, ?)
            ON CONFLICT (plugin, room, alias) DO UPDATE SET name = excluded.name
            """,
            [plugin, room, alias, draft.name]
        )
    }

    /// The row of the statement's revision that a message shows: what is said about it later is about that text.
    private func revision(shownBy draft: OutboxDraft, room: Int64) throws -> Int64? {
        let statement = try statement(ofHome: try home(of: room))
        let sql = """
            SELECT id FROM statement_revision WHERE statement = ?1 AND number = coalesce(
                ?2, (SELECT max(number) FROM statement_revision WHERE statement = ?1))
            """
        return try Int64.fetchOne(cachedStatement(sql: sql), arguments: [statement, draft.revision])
    }

    fileprivate func nextToSend(in room: RoomID) throws -> Store.Next? {
        let sql = """
            SELECT o.seq, o.name, o.plugin, o.room, o.body FROM outbox o
            WHERE o.state = 0 AND o.room = (SELECT id FROM room WHERE room_id = ?)
            ORDER BY o.can_wait, o.seq LIMIT 1
            """
        guard let row = try Row.fetchOne(cachedStatement(sql: sql), arguments: [room.rawValue]) else {
            return nil
        }
        let name: String = row["name"]
        let body = try RowJSON.value(OutgoingBody.self, from: row["body"])
        guard let resolved = try body.replacingTarget(with: eventSent) else {
            return .withoutTarget(name: name)
        }
        return .ready(OutboxEntry(sequence: row["seq"], name: name, room: room, body: resolved))
    }

    /// The body with the row's name for the name that its plugin gave to a message: that may be given again
    /// before this one leaves.
    private func named(_ body: OutgoingBody, _ plugin: Int64, _ room: Int64) throws -> OutgoingBody {
        try body.replacingTarget { alias in
            let sql = "SELECT name FROM alias WHERE plugin = ? AND room = ? AND alias = ?"
            let found = try String.fetchOne(cachedStatement(sql: sql), arguments: [plugin, room, alias])
            return found.map { .sent($0) }
        } ?? body
    }

    private func eventSent(_ name: String) throws -> MessageReference? {
        let sql = "SELECT event_id FROM sent WHERE name = ?"
        return try String.fetchOne(cachedStatement(sql: sql), arguments: [name]).map { .event(EventID($0)) }
    }
}

extension OutgoingBody {
    /// - Returns: nil where the target is a name for which there is nothing.
    fileprivate func replacingTarget(with target: (String) throws -> MessageReference?) rethrows
        -> OutgoingBody?
    {
        func found(_ reference: MessageReference) throws -> MessageReference? {
            guard case .sent(let name) = reference else { return reference }
            return try target(name)
        }
        return switch self {
        case .message, .join, .leave, .state: self
        case .edit(let reference, let content): try found(reference).map { .edit($0, content) }
        case .reaction(let reference, let key): try found(reference).map { .reaction($0, key: key) }
        case .redaction(let reference): try found(reference).map { .redaction($0) }
        }
    }
}
