internal import GRDB

extension Store {
    /// How much of the index is written anew in one transaction, in pages: a few milliseconds, between which others write.
    private static let pagesAStep = 64

    /// Erases what removals have left in bytes: words in old parts of the index and of the log, and copies of the
    /// database from before an upgrade.
    ///
    /// - Returns: Whether all of it is gone. It is not where somebody reads just then, who holds the log.
    package func erase() async throws -> Bool {
        guard let count = try await pendingErasure() else { return try await emptyLog() }
        try MigrationBackup.removeAll(of: database.path)
        try await rewriteIndex()
        guard try await emptyLog() else { return false }
        return try await write(.ordered) { db in
            // What was removed meanwhile is still to be erased.
            try db.changes(
                "DELETE FROM erasure WHERE (SELECT removals FROM identity) = ?",
                [count]
            )
        }
    }

    /// Whether words were removed whose bytes may still be there.
    package func needsErasure() async throws -> Bool { try await pendingErasure() != nil }

    /// How many removals there had been; nil where none is to be erased.
    private func pendingErasure() async throws -> Int64? {
        try await database.read { db in
            try Int64.fetchOne(db, sql: "SELECT removals FROM identity WHERE EXISTS (SELECT 1 FROM erasure)")
        }
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

    /// Writes the log into the database and empties it.
    private func emptyLog() async throws -> Bool {
        try await database.writeWithoutTransaction { db in
            do {
                try db.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }
}
