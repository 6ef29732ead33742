internal import Foundation
internal import GRDB

extension Store {
    /// How much of the index is written anew in one transaction, in pages: a few milliseconds, between which others write.
    private static let pagesAStep = 64

    /// Erases what removals have left in bytes: words in old parts of the index and of the log, and copies of the
    /// database from before an upgrade.
    ///
    /// - Returns: Whether all of it is gone. It is not where somebody reads just then, who holds the log.
    package func erase() async throws -> Bool {
        // Where somebody reads for long, such as a backup, all that is written meanwhile stays in the log.
        guard try await emptyLog() else { return false }
        guard let asked = try await pendingErasure() else { return true }
        try MigrationBackup.removeAll(of: database.path)
        try await rewriteIndex()
        guard try await rewritePages(), try await emptyLog() else { return false }
        return try await write(.ordered) { db in
            // What was removed meanwhile is still to be erased.
            try db.changes("DELETE FROM erasure WHERE since = ?", [asked])
        }
    }

    /// Whether words were removed whose bytes may still be there.
    package func needsErasure() async throws -> Bool { try await pendingErasure() != nil }

    /// When it was last asked for; nil where nothing is to be erased.
    private func pendingErasure() async throws -> Int64? {
        try await database.read { try Int64.fetchOne($0, sql: "SELECT since FROM erasure") }
    }

    /// Merges the index into one part, in steps. What was deleted stands in older parts until then.
    private func rewriteIndex() async throws {
        var pages = -Self.pagesAStep
        while try await write(
            .ordered,
            { [pages] db in
                let before = db.totalChangesCount
                try db.run("INSERT INTO comment_word (comment_word, rank) VALUES ('merge', ?)", [pages])
                // As SQLite says it: fewer than two changes, and there was nothing left to merge.
                return db.totalChangesCount - before >= 2
            }
        ) {
            pages = Self.pagesAStep
        }
    }

    /// Writes all pages anew. `secure_delete` clears what is deleted where it stands; but rows that SQLite moves to another
    /// page, to make room, it leaves in the gap between the rows that stay.
    ///
    /// For a file of 60 MB it takes less than a second, in which others wait. What it puts aside meanwhile are rows that
    /// are there, and too many to keep in memory.
    ///
    /// - Returns: Whether they are; not where another process is writing.
    private func rewritePages() async throws -> Bool {
        try await database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA temp_store = FILE")
            defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
            do {
                try db.execute(sql: "VACUUM")
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }

    /// Writes the log into the database and empties it. Nobody is kept waiting for it: a backup may hold the log for
    /// minutes.
    func emptyLog() async throws -> Bool {
        try await database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA busy_timeout = 20")
            defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(Store.patience * 1000))") }
            do {
                try db.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }
}

extension Database {
    /// Has the bytes erased of what was removed. Each asking is later than the one before: what is asked for while bytes
    /// are being erased is still to be done then.
    func askForErasure(at now: Date) throws {
        try run(
            """
            INSERT INTO erasure (id, since) VALUES (1, ?)
            ON CONFLICT (id) DO UPDATE SET since = max(since + 1, excluded.since)
            """,
            [now.milliseconds]
        )
    }
}
