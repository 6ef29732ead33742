package import Foundation
internal import GRDB

extension Store {
    /// Removes the words of one comment of a page.
    ///
    /// - Parameters:
    ///   - label: Without `#`.
    ///   - statement: Its number.
    /// - Returns: Whether there was such a comment with words.
    @discardableResult
    package func forgetComment(label: String, statement: Int, at now: Date) async throws -> Bool {
        try await removing(at: now) { db, remover in
            let sql =
                "SELECT id FROM comment WHERE room IS NULL AND statement = ? AND label = ? AND removed_at IS NULL"
            let id = try Int64.fetchOne(db, sql: sql, arguments: [statement, label])
            if let id { try remover.removeComment(id) }
            return id != nil
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
