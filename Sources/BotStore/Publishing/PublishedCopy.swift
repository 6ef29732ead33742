package import Discussion
internal import Foundation
internal import GRDB

/// What may be published of a database at one moment, copied to a file of its own that has no name and is gone with the
/// process. Pages and files are made from this copy, so that they cannot hold anything else.
package struct PublishedCopy: PublishedArchive {
    let database: DatabaseQueue
    private let texts: [Int: Discussion.Statement]

    init(_ database: DatabaseQueue, texts: [Int: Discussion.Statement]) {
        self.database = database
        self.texts = texts
    }

    package func statements() throws -> [PublishedStatement] {
        try database.read { db in
            try texts.sorted { $0.key < $1.key }.compactMap { number, text in
                let sql = """
                    SELECT count(*) FILTER (WHERE NOT is_removed AND origin = 'page') AS page,
                        count(*) FILTER (WHERE NOT is_removed AND origin = 'chat') AS chat,
                        count(*) FILTER (WHERE is_removed) AS removed,
                        count(DISTINCT author) AS people, coalesce(max(depth), 0) AS deepest,
                        min(written_at) AS first, max(written_at) AS last
                    FROM entry WHERE statement = ?
                    """
                guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { return nil }
                return PublishedStatement(
                    number: number,
                    statement: text,
                    pageComments: row["page"],
                    chatComments: row["chat"],
                    tombstones: row["removed"],
                    people: row["people"],
                    deepest: row["deepest"],
                    firstAt: (row["first"] as Int64?).map { Date(milliseconds: $0) },
                    lastAt: (row["last"] as Int64?).map { Date(milliseconds: $0) }
                )
            }
        }
    }

    package func comments(on statement: Int, in order: PublishedOrder, from: Int, limit: Int) throws
        -> [PublishedComment]
    {
        switch order {
        case .reading:
            try comments(
                "statement = ? AND position >= ? ORDER BY position LIMIT ?",
                [statement, from, limit]
            )
        case .made:
            try comments("statement = ? AND number >= ? ORDER BY number LIMIT ?", [statement, from, limit])
        case .newest:
            try comments(
                """
                statement = ?1 AND number <= (SELECT max(number) FROM entry WHERE statement = ?1) - ?2
                ORDER BY number DESC LIMIT ?3
                """,
                [statement, from, limit]
            )
        }
    }

    package func comment(_ key: String, on statement: Int) throws -> PublishedComment? {
        try comments("statement = ? AND key = ?", [statement, key]).first
    }

    package func comments(on statement: Int, aboutParagraph paragraph: Int, limit: Int) throws
        -> [PublishedComment]
    {
        try comments(
            "statement = ? AND paragraph = ? ORDER BY number LIMIT ?",
            [statement, paragraph, limit]
        )
    }

    package func counts(on statement: Int) throws -> [Int: Int] {
        try database.read { db in
            let sql = """
                SELECT paragraph, count(*) AS count FROM entry
                WHERE statement = ? AND paragraph IS NOT NULL GROUP BY paragraph
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: [statement])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["paragraph"], $0["count"]) })
        }
    }

    package func days(of statement: Int) throws -> [PublishedDay] {
        try database.read { db in
            let sql = """
                SELECT day, count(*) FILTER (WHERE origin = 'page') AS page,
                    count(*) FILTER (WHERE origin = 'chat') AS chat
                FROM entry WHERE statement = ? AND day IS NOT NULL GROUP BY day ORDER BY day
                """
            return try Row.fetchAll(db, sql: sql, arguments: [statement]).map {
                PublishedDay(day: $0["day"], page: $0["page"], chat: $0["chat"])
            }
        }
    }

    package func chat(on statement: Int, day: String, from: Int, limit: Int) throws -> [PublishedComment] {
        try comments(
            "statement = ? AND day = ? AND origin = 'chat' ORDER BY number LIMIT ?3 OFFSET ?4",
            [statement, day, limit, from]
        )
    }

    /// Comments with their rows in the database, in the order in which they were made.
    func rows(on statement: Int, from: Int, limit: Int) throws -> [(row: Int64, comment: PublishedComment)] {
        try database.read { db in
            let sql = "SELECT * FROM entry WHERE statement = ? AND number >= ? ORDER BY number LIMIT ?"
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [statement, from, limit])
                .map { ($0["id"], try PublishedComment($0)) }
        }
    }

    /// Whether the comment of a row of the database is published, and has words.
    func hasWords(ofRow row: Int64) throws -> Bool {
        try database.read { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND NOT is_removed)"
            return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [row]) ?? false
        }
    }

    /// What the ledger says of the comment of a row of the database; nil where it is not published.
    func ledgerEntry(ofRow row: Int64) throws -> LedgerEntry? {
        try database.read { db in
            let sql = "SELECT * FROM entry WHERE id = ? AND NOT is_removed"
            return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [row]).map {
                LedgerEntry(try PublishedComment($0), on: $0["statement"])
            }
        }
    }

    private func comments(_ rest: String, _ arguments: StatementArguments) throws -> [PublishedComment] {
        try database.read { db in
            let sql = "SELECT * FROM entry WHERE \(rest)"
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
                .map(PublishedComment.init)
        }
    }
}

extension PublishedComment {
    fileprivate init(_ row: Row) throws {
        let reactions: String? = row["reactions"]
        self.init(
            key: row["key"],
            position: row["position"],
            number: row["number"],
            depth: row["depth"],
            parent: row["parent_key"],
            replies: row["replies"],
            descendants: row["descendants"],
            comment: try Comment(
                row,
                reactions: try reactions.map {
                    try RowJSON.value([Comment.Reaction].self, from: Data($0.utf8))
                } ?? []
            ),
            isPseudonym: row["is_pseudonym"]
        )
    }
}
