internal import Foundation
internal import GRDB

extension Store {
    /// The figures of all tables, of one moment. Costs as much as the queues are long.
    package func figures() async throws -> StoreFigures {
        try await database.read { db in
            StoreFigures(
                lanes: try db.lanes(),
                outbox: try db.outboxQueue(),
                wedged: try db.number(of: "outbox WHERE state = 1"),
                openGaps: try db.number(of: "gap WHERE closed_at IS NULL"),
                abandonedGaps: try db.number(of: "gap WHERE closed_at IS NOT NULL AND is_filled = 0"),
                unreadableEvents: try db.number(of: "aside WHERE plugin IS NULL"),
                failedInputs: try db.number(of: "aside WHERE plugin IS NOT NULL")
            )
        }
    }
}

extension Database {
    fileprivate func number(of rows: String) throws -> Int {
        try Int.fetchOne(cachedStatement(sql: "SELECT count(*) FROM \(rows)")) ?? 0
    }

    fileprivate func lanes() throws -> [String: StoreFigures.Queue] {
        let sql = """
            SELECT plugin.name, count(inbox.seq) AS count, min(inbox.accepted_at) AS oldest
            FROM plugin LEFT JOIN inbox ON inbox.plugin = plugin.id GROUP BY plugin.id
            """
        let queues = try Row.fetchAll(cachedStatement(sql: sql)).map { row in
            (row["name"] as String, StoreFigures.Queue(row))
        }
        return Dictionary(uniqueKeysWithValues: queues)
    }

    /// A row's name begins with the milliseconds of its cause. That of a join does not: it has no cause.
    fileprivate func outboxQueue() throws -> StoreFigures.Queue {
        let sql = """
            SELECT count(*) AS count, min(nullif(CAST(name AS INTEGER), 0)) AS oldest FROM outbox WHERE state = 0
            """
        return try Row.fetchOne(cachedStatement(sql: sql)).map { StoreFigures.Queue($0) }
            ?? StoreFigures.Queue(count: 0, oldest: nil)
    }
}

extension StoreFigures.Queue {
    fileprivate init(_ row: Row) {
        self.init(count: row["count"], oldest: (row["oldest"] as Int64?).map { Date(milliseconds: $0) })
    }
}
