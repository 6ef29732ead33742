internal import Foundation
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

// Messages of ours that hold removed words are taken out of their rooms: an edit would keep the words in its history.
// The plugin that made one is then asked what is to stand in its place.
extension Remover {
    /// Takes back the messages that were gathered, each with the message that it edits and all its other edits: to
    /// people they are one.
    mutating func withdrawMessages() throws {
        var roots: Set<Int64> = []
        for message in messages.sorted() {
            let sql = "SELECT coalesce(root, message) FROM posted WHERE message = ?"
            if let root = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [message]) {
                roots.insert(root)
            }
        }
        for root in roots.sorted() {
            let sql = "SELECT * FROM posted WHERE message = ?1 OR root = ?1 ORDER BY message"
            let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [root])
            for row in rows { try withdraw(row) }
            withdrawn += 1
            // What was removed before was asked for again before, too.
            guard list != nil else { continue }
            if let last = rows.last(where: { ($0["input"] as Data?) != nil }) { try askAgain(last) }
        }
        messages = []
    }

    /// One message: it leaves the queue, or the room.
    private func withdraw(_ row: Row) throws {
        let message: Int64 = row["message"]
        // One that is on its way just now is taken back when its id is known: see `settle`.
        try db.run(
            "UPDATE outbox SET state = 2, body = x'', shown = NULL, reason = 'withdrawn' WHERE seq = ? AND state = 0",
            [message]
        )
        if let event: String = row["event_id"] {
            try db.postRedaction(of: EventID(event), room: row["room"], at: now)
        }
        try db.run("DELETE FROM quoted WHERE message = ?", [message])
        try db.run("DELETE FROM posted WHERE message = ?", [message])
    }

    /// Asks the plugin for the same answer without the words that are gone.
    private func askAgain(_ row: Row) throws {
        let stored = try RowJSON.value(StoredInput.self, from: row["input"])
        guard let withdrawn = stored.withdrawn(answeredAt: Date(milliseconds: row["at"]), name: row["alias"])
        else { return }
        let message: Int64 = row["message"]
        try db.run(
            """
            INSERT INTO inbox (plugin, source, at, room, input, accepted_at, author)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row["plugin"] as Int64, "again/\(message)", now.milliseconds, row["room"] as Int64,
                try RowJSON.data(withdrawn), now.milliseconds, row["author"] as String?,
            ]
        )
    }
}

extension Database {
    /// Where somebody takes a message of ours back, nothing is said in its place, whatever goes of it later.
    func letBe(_ event: EventID) throws {
        let sql = "SELECT coalesce(root, message) FROM posted WHERE event_id = ?"
        guard let root = try Int64.fetchOne(cachedStatement(sql: sql), arguments: [event.rawValue]) else {
            return
        }
        try run("UPDATE posted SET input = NULL WHERE message = ?1 OR root = ?1", [root])
    }

    /// Takes a message of ours out of its room, as soon as that can be said.
    func postRedaction(of event: EventID, room: Int64, at now: Date) throws {
        guard let id = try roomID(room) else { return }
        let name = "\(now.milliseconds)/core/\(event)/withdrawn"
        let draft = OutboxDraft(name: name, room: id, body: .redaction(.event(event)))
        try post(draft, plugin: "core", source: name, from: nil)
    }
}

extension StoredInput {
    /// What the plugin is asked where its answer to this was taken back; nil where it was no answer to a command.
    fileprivate func withdrawn(answeredAt: Date, name: String?) -> StoredInput? {
        guard let invocation = input.invocation else { return nil }
        return StoredInput(
            input: .withdrawn(Withdrawal(invocation: invocation, answeredAt: answeredAt, name: name)),
            senderPowerLevel: senderPowerLevel,
            isDirect: isDirect,
            visibility: visibility,
            relay: relay
        )
    }
}
