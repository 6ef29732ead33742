internal import Foundation
internal import GRDB

extension Restoration {
    /// Puts the clean copy in the place of the database, which is gone then with all that stands beside it.
    func replace() throws {
        do {
            try settle()
            try FileSystem.rename(copy, to: database)
        } catch let error as FileSystem.Failure {
            throw RestoreError.notReplaced(path: database, reason: error.reason)
        }
        reached(.afterRename)
        // From here on the new database is there. What cannot be removed now is removed at the next start.
        try? Self.removeLeftovers(in: directory)
        try? MigrationBackup.removeAll(of: database)
    }

    /// Leaves the old database in one file. A log that is left beside the new one would be read as its own.
    private func settle() throws {
        if try FileSystem.exists(database) && !isEmptied() {
            try FileSystem.rename(database + "-wal", to: Self.removedLog(in: directory))
        }
        for name in PartFile.companions { try FileSystem.remove(database + name) }
        // Before the new one is there, also after a power cut.
        try FileSystem.flush(directory)
    }

    /// Writes the log of the old database into it.
    ///
    /// - Returns: Whether there is none any more: a damaged database keeps it.
    private func isEmptied() throws -> Bool {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(1)
            let queue = try DatabaseQueue(path: database, configuration: configuration)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { db in
                _ = try Row.fetchOne(db, sql: "SELECT * FROM sqlite_schema")
                try db.checkpoint(.truncate)
            }
            return true
        } catch let error as DatabaseError where error.isDamage {
            return !FileSystem.exists(database + "-wal")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw RestoreError.beingRead(path: database)
        } catch let error as DatabaseError {
            throw RestoreError.notReplaced(path: database, reason: error.reason)
        }
    }
}
