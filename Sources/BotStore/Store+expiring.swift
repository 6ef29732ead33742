package import Foundation
internal import GRDB

extension Store {
    /// Lets go of what was said in chats before an instant: places stay, words go, also of what is fetched later.
    ///
    /// - Parameter limit: At most so many comments, so that others can write meanwhile.
    /// - Returns: Whether there may be more.
    package func expire(before cutoff: Date, atMost limit: Int, at now: Date) async throws -> Bool {
        try await removing(at: now) { db, remover in
            try db.run(
                """
                INSERT INTO forgotten (author, room, until) VALUES ('', 0, ?)
                ON CONFLICT (author, room) DO UPDATE SET until = excluded.until
                """,
                [cutoff.milliseconds]
            )
            let sql = """
                SELECT id FROM comment WHERE origin = 'chat' AND removed_at IS NULL AND written_at <= ?
                ORDER BY written_at LIMIT ?
                """
            let ids = try Int64.fetchAll(db, sql: sql, arguments: [cutoff.milliseconds, limit])
            for id in ids { try remover.expire(id) }
            return ids.count == limit
        }
    }

    /// Forgets what was typed for answers that are older: if such an answer is taken back, none comes in its place.
    package func forgetCommands(before cutoff: Date) async throws {
        try await write(.ordered) { db in
            try db.run(
                """
                UPDATE posted SET input = NULL, author = iif(repeats, author, NULL)
                WHERE input IS NOT NULL AND at < ?
                """,
                [cutoff.milliseconds]
            )
        }
    }

    /// One flushed write that removes words, and rings for them to be erased.
    func removing<Value: Sendable>(
        at now: Date,
        _ body: @escaping @Sendable (Database, inout Remover) throws -> Value
    ) async throws -> Value {
        let list = removals
        let (value, hasRemoved) = try await write(.flushed) { db in
            var remover = Remover(db, list: list, now: now)
            let value = try body(db, &remover)
            return (value, try remover.finish())
        }
        if hasRemoved { await bells.ring([.inbox, .outbox, .discussion, .erasures]) }
        return value
    }
}
