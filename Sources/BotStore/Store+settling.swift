internal import Foundation
internal import GRDB
package import MatrixTypes

extension Store {
    /// WRITE 3: a message has left, and the homeserver gave it this id. Twice is once.
    package func settle(_ sent: [(name: String, eventID: EventID)]) async throws {
        try await write(.ordered) { db in
            for (name, eventID) in sent { try db.settle(name, as: eventID) }
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
            if let report { try db.post(report, plugin: "core", source: report.name) }
        }
        await bells.ring([.outbox])
    }
}

extension Database {
    /// Moves a row from the outbox to `sent`. A row that is written again later finds itself there.
    func settle(_ name: String, as eventID: EventID) throws {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT room, shown FROM outbox WHERE name = ?"),
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
                INSERT INTO shown (room, event_id, addresses) VALUES (?, ?, ?)
                ON CONFLICT (room, event_id) DO NOTHING
                """,
                [try home(of: row["room"]), eventID.rawValue, shown]
            )
        }
        try run("DELETE FROM outbox WHERE name = ?", [name])
    }
}
