internal import Foundation
internal import GRDB

/// A copy of a database, as it is at one moment, that says of itself that it is a backup.
struct BackupCopy: Sendable {
    /// Comments whose words are in it.
    let comments: Int
    /// How many removals it knows.
    let removals: Int

    /// How many pages are copied before progress is told: about a megabyte.
    private static let pagesAStep: CInt = 256

    /// Makes a copy in a file that is there and empty.
    ///
    /// - Parameter progress: Is told how many bytes are copied, and of how many.
    static func make(
        of path: String,
        at file: String,
        now: Date,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> BackupCopy {
        let (source, target) = (try source(at: path), try target(at: file))
        do {
            // One transaction, so that it is one moment, however many steps it takes and whatever is written meanwhile.
            let copy = try await source.read { db in
                let copy = try BackupCopy(counting: db, path: path)
                try target.writeWithoutTransaction { try fill($0, from: db, now: now, progress: progress) }
                return copy
            }
            try source.close()
            try target.close()
            return copy
        } catch {
            // What went wrong first is what is told.
            try? source.close()
            try? target.close()
            throw error
        }
    }

    private init(counting db: Database, path: String) throws {
        guard try !db.isBackup() else { throw Store.OpenError.backup(path: path) }
        guard try db.tableExists("identity") else { throw Store.OpenError.olderVersion(path: path) }
        comments = try db.commentCount()
        removals = Int(try db.identity().removals)
    }

    private static func source(at path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Store.patience)
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw Store.OpenError.unreadable(path: path, reason: error.reason)
        }
    }

    /// It is flushed as a whole, at the end.
    private static func target(at path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func fill(
        _ copy: Database,
        from db: Database,
        now: Date,
        progress: @escaping (_ done: Int, _ total: Int) -> Void
    ) throws {
        let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        try db.backup(to: copy, pagesPerStep: pagesAStep) { step in
            progress(step.completedPageCount * pageSize, step.totalPageCount * pageSize)
        }
        // One file without a log can be read wherever it lies.
        try copy.execute(sql: "PRAGMA journal_mode = DELETE")
        try copy.inTransaction {
            try copy.stampAsBackup(madeAt: now)
            return .commit
        }
        if let damage = try copy.damage() { throw BackupError.damaged(reason: damage) }
    }
}
