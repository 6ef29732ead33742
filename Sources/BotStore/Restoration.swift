package import Foundation
internal import GRDB

/// A backup on its way into the place of the database.
///
/// It is copied beside the database, checked, and cleaned there of all that was removed since. Only then does it get
/// the database's name, at once, so that at every moment there is the old database or the new one, whole.
package struct Restoration: Sendable {
    let directory: String
    /// The path of the list of removals; nil where it stands in the directory.
    let removals: String?
    /// Whether a database that is there may go.
    let isReplacing: Bool
    /// Whether it goes on where the list of removals is not there or older than the backup.
    let isWithoutRemovals: Bool
    let now: Date
    /// Is told how many bytes are copied, and of how many.
    let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    /// Is told how far it has come, for tests.
    let reached: @Sendable (Point) -> Void

    /// What this version makes of an older one.
    var migrations = Migration.all

    /// A place at which the process can be made to die, to show that nothing is lost there.
    package enum Point: String, CaseIterable, Sendable {
        case afterCopy = "restore-after-copy"
        case afterRemovals = "restore-after-removals"
        case afterErasure = "restore-after-erasure"
        case afterRename = "restore-after-rename"
    }

    /// What was put in place.
    package struct Result: Hashable, Sendable {
        package let madeAt: Date
        /// Comments whose words are there.
        package let comments: Int
        /// How many entries of the list of removals the backup did not know.
        package let applied: Int
        /// Why words may be there that people have taken back; nil where the list of removals was there.
        package let missingRemovals: RestoreError?
    }

    package init(
        directory: String,
        removals: String?,
        isReplacing: Bool,
        isWithoutRemovals: Bool,
        now: Date,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void,
        reached: @escaping @Sendable (Point) -> Void
    ) {
        self.directory = directory
        self.removals = removals
        self.isReplacing = isReplacing
        self.isWithoutRemovals = isWithoutRemovals
        self.now = now
        self.progress = progress
        self.reached = reached
    }

    var database: String { Store.path(in: directory) }
    /// The copy, until it is clean.
    var copy: String { Self.copy(in: directory) }
    var list: RemovalList { RemovalList(path: removals, directory: directory) }

    /// Puts a backup in the place of the database.
    ///
    /// - Throws: ``RestoreError``, ``Store/OpenError``, or a sentence about the list of removals.
    package func run(_ backup: String) async throws -> Result {
        guard !FileSystem.isInside(backup, directory: directory) else {
            throw RestoreError.insideData(path: backup)
        }
        try BackupFile.checkHeader(of: backup)
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        let others = try DirectoryLock(directory: directory, .beside)
        defer { others.release() }
        guard isReplacing || !FileSystem.exists(database) else { throw RestoreError.isThere(path: database) }
        try Self.removeLeftovers(in: directory)
        do {
            try take(backup)
            let result = try await clean(backup)
            try replace()
            return result
        } catch {
            // What went wrong first is what is told; the next start does the same again.
            try? Self.removeLeftovers(in: directory)
            throw error
        }
    }

    private static func copy(in directory: String) -> String { Store.path(in: directory) + ".restoring" }

    /// Removes what an attempt has left that was killed: it may hold removed words.
    static func removeLeftovers(in directory: String) throws(FileSystem.Failure) {
        let (log, ownLog) = (removedLog(in: directory), Store.path(in: directory) + "-wal")
        // As long as there is the copy, the old database stands in its place, and without its log.
        if FileSystem.exists(log), FileSystem.exists(copy(in: directory)), !FileSystem.exists(ownLog) {
            try FileSystem.rename(log, to: ownLog)
        }
        try FileSystem.remove(log)
        for name in [""] + PartFile.companions { try FileSystem.remove(copy(in: directory) + name) }
    }

    /// Where the log of a damaged database is put just before that is replaced.
    static func removedLog(in directory: String) -> String { Store.path(in: directory) + ".replaced-wal" }
}
