package import Foundation
internal import GRDB

/// The one database. Every write is one named transaction; every name says what it promises.
///
/// The database is the queue: an input is on disk before it counts as received, and what leaves the
/// process leaves from a table.
package struct Store: Sendable {
    let database: DatabasePool
    let bells: Bells
    let shelf = StatementShelf()
    let removals: RemovalList
    /// The path of the copy that was made because the tables had to be changed; nil where they were as they are.
    package let migrationBackup: String?
    /// What was found out about the list of removals, a sentence each.
    package let notices: [String]
    let lock: DirectoryLock?

    /// Opens the database of a data directory, and makes both if they are not there.
    ///
    /// Before the tables of an older version are changed, the file is copied: see ``migrationBackup``. The database and
    /// the list of removals are brought together, whichever of both is behind: see ``notices``.
    ///
    /// - Parameter removals: The path of the list of removals; nil where it stands in the directory.
    /// - Throws: ``OpenError``, or a sentence about the list.
    package static func open(directory: String, removals: String? = nil, at now: Date = Date()) throws
        -> Store
    {
        try open(directory: directory, removals: removals, migrations: Migration.all, at: now)
    }

    static func open(
        directory: String,
        removals: String? = nil,
        migrations: [Migration],
        at now: Date = Date()
    ) throws -> Store {
        let lock = try DirectoryLock(directory: directory)
        do {
            try Restoration.removeLeftovers(in: directory)
            let (database, backup) = try database(in: directory, migrations)
            let list = RemovalList(path: removals, directory: directory)
            return Store(
                database: database,
                bells: Bells(),
                removals: list,
                migrationBackup: backup,
                notices: try database.write { try list.reconcile(with: $0, at: now) }.map(\.description),
                lock: lock
            )
        } catch {
            lock.release()
            throw error
        }
    }

    private static func database(
        in directory: String,
        _ migrations: [Migration]
    ) throws -> (DatabasePool, backup: String?) {
        let path = directory + "/rapporteur.sqlite"
        do {
            // Before the pool is opened: it writes to a file at once.
            try refuseNewerVersion(path: path, migrations)
            try refuseBackup(path: path)
            let backup = try copyOlderVersion(path: path, migrations)
            let database = try DatabasePool(path: path, configuration: configuration)
            try change(database, migrations, copy: backup)
            return (database, backup)
        } catch let error as DatabaseError {
            throw OpenError.unreadable(path: path, reason: error.reason)
        }
    }

    static func change(_ database: DatabasePool, _ migrations: [Migration], copy: String?) throws {
        do {
            try migrations.migrator.migrate(database)
        } catch let error as DatabaseError {
            throw OpenError.notChanged(path: database.path, reason: error.reason, copy: copy)
        }
    }

    /// Closes the file after the bot has run. Nothing may use the store after it.
    package func close() async throws {
        try await write(.flushed) { db in
            try db.run(
                "INSERT INTO run (id, is_clean) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET is_clean = 1"
            )
        }
        await bells.end()
        _ = try await erase()
        try database.close()
        lock?.release()
    }

    /// Marks the store as in use.
    ///
    /// - Returns: Whether the last use ended by ``close()``; after a crash, inputs are taken one at a time.
    package func begin() async throws -> Bool {
        try await write(.flushed) { db in
            let wasClean = try Bool.fetchOne(db, sql: "SELECT is_clean FROM run") ?? true
            try db.run(
                "INSERT INTO run (id, is_clean) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET is_clean = 0"
            )
            return wasClean
        }
    }

    /// Removes the copies from before a migration that are older than a week: the new version has proved itself.
    ///
    /// To be called before ``begin()``. After a crash nothing is removed.
    ///
    /// - Returns: The paths of the copies that are gone.
    package func removeOldBackups(at now: Date) async throws -> [String] {
        let wasClean = try await database.read { try Bool.fetchOne($0, sql: "SELECT is_clean FROM run") }
        guard wasClean ?? false else { return [] }
        return try MigrationBackup.removeOld(of: database.path, at: now)
    }

    static func refuseNewerVersion(path: String, _ migrations: [Migration]) throws {
        let isNewer = try look(into: path) { database in
            try database.read { try migrations.migrator.hasBeenSuperseded($0) }
        }
        if isNewer ?? false { throw OpenError.newerVersion(path: path) }
    }

    /// A backup that was copied here holds words that were removed since it was made.
    private static func refuseBackup(path: String) throws {
        let isBackup = try look(into: path) { database in try database.read { try $0.isBackup() } }
        if isBackup ?? false { throw OpenError.backup(path: path) }
    }

    /// - Returns: The path of the copy, or nil where there is nothing to change.
    private static func copyOlderVersion(path: String, _ migrations: [Migration]) throws -> String? {
        try look(into: path) { database in
            let done = try database.read { try migrations.migrator.appliedIdentifiers($0) }
            guard !done.isEmpty, let next = migrations.first(where: { !done.contains($0.name) }) else {
                return nil
            }
            return try MigrationBackup.make(of: database, before: next.name)
        }
    }

    /// Nothing is written meanwhile.
    ///
    /// - Returns: nil where there is no file.
    static func look<Found>(
        into path: String,
        _ body: (DatabaseQueue) throws -> Found?
    ) throws -> Found? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: path, configuration: configuration)
        do {
            let found = try body(database)
            try database.close()
            return found
        } catch {
            try database.close()
            throw error
        }
    }
}

extension Store {
    /// Why a data directory cannot be used.
    package enum OpenError: Error, Hashable, CustomStringConvertible {
        case notWritable(directory: String, reason: String)
        case inUse(directory: String)
        case missing(directory: String)
        case newerVersion(path: String)
        case olderVersion(path: String)
        case backup(path: String)
        case unreadable(path: String, reason: String)
        case noBackup(path: String, reason: String)
        case notChanged(path: String, reason: String, copy: String?)

        package var description: String {
            switch self {
            case .notWritable(let directory, let reason):
                "The data directory \(directory) cannot be written to (\(reason)). Choose another with --data, "
                    + "or make it yours with chown."
            case .inUse(let directory):
                "The data directory \(directory) is in use by another rapporteur. Stop that one, "
                    + "or choose another directory with --data."
            case .missing(let directory):
                "There is no rapporteur.sqlite in \(directory). Name the directory that the bot was started with."
            case .newerVersion(let path):
                "\(path) was written by a newer version of rapporteur, and is left as it is. Install that version."
            case .olderVersion(let path):
                "\(path) was written by an older version of rapporteur, which may be running on it, and is left as it is. "
                    + "Stop that one and start this version once, which changes the tables."
            case .backup(let path):
                "\(path) is a backup, in which words may be that were removed since it was made. Move it out of the "
                    + "directory, and put it in place with: rapporteur restore FILE --data DIRECTORY"
            case .unreadable(let path, let reason):
                "\(path) is not a database that can be read (\(reason)). Restore it from a backup, "
                    + "or move it away to begin anew."
            case .noBackup(let path, let reason):
                "The database must be changed for this version of rapporteur, and no copy of it could be made "
                    + "before (\(reason)). It is left as it was. Make room for \(path), and start again."
            case .notChanged(let path, let reason, let copy):
                "The tables of \(path) could not be made what this version of rapporteur needs (\(reason)). "
                    + "Make room and start again, or install the version before."
                    + (copy.map { " A copy from before is \($0)." } ?? "")
            }
        }
    }
}
