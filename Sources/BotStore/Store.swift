internal import Foundation
internal import GRDB

/// The one database. Every write is one named transaction; every name says what it promises.
///
/// The database is the queue: an input is on disk before it counts as received, and what leaves the
/// process leaves from a table.
package struct Store: Sendable {
    let database: DatabasePool
    let bells: Bells
    let shelf = StatementShelf()
    private let lock: DirectoryLock?

    /// Opens the database of a data directory, and makes both if they are not there.
    ///
    /// - Throws: ``OpenError``.
    package static func open(directory: String) throws -> Store {
        let lock = try DirectoryLock(directory: directory)
        do {
            return Store(database: try database(in: directory), bells: Bells(), lock: lock)
        } catch {
            lock.release()
            throw error
        }
    }

    private static func database(in directory: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // What is removed leaves no copy in free pages.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
        }
        configuration.busyMode = .timeout(5)
        // Reads are short, and each connection has a memory of its own.
        configuration.maximumReaderCount = 2
        let path = directory + "/rapporteur.sqlite"
        do {
            // Before the pool is opened: it writes to a file at once.
            try refuseNewerVersion(path: path)
            let database = try DatabasePool(path: path, configuration: configuration)
            try migrator.migrate(database)
            return database
        } catch let error as DatabaseError {
            throw OpenError.unreadable(
                path: path,
                reason: error.message ?? "SQLite error \(error.resultCode.rawValue)"
            )
        }
    }

    /// Opens the database of a data directory to look into it, while a bot may be running on it.
    static func openForReading(directory: String) throws -> Store {
        let path = directory + "/rapporteur.sqlite"
        guard FileManager.default.fileExists(atPath: path) else {
            throw OpenError.missing(directory: directory)
        }
        var configuration = Configuration()
        configuration.readonly = true
        do {
            try refuseNewerVersion(path: path)
            let database = try DatabasePool(path: path, configuration: configuration)
            return Store(database: database, bells: Bells(), lock: nil)
        } catch let error as DatabaseError {
            throw OpenError.unreadable(
                path: path,
                reason: error.message ?? "SQLite error \(error.resultCode.rawValue)"
            )
        }
    }

    /// Closes the file. Nothing may use the store after it.
    package func close() async throws {
        try await write(.flushed) { db in
            try db.run(
                "INSERT INTO run (id, is_clean) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET is_clean = 1"
            )
        }
        await bells.end()
        try await forgetLog()
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

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(Migration1.name) { try Migration1.run($0) }
        return migrator
    }

    private static func refuseNewerVersion(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: path, configuration: configuration)
        let isNewer = try database.read { try migrator.hasBeenSuperseded($0) }
        try database.close()
        if isNewer { throw OpenError.newerVersion(path: path) }
    }
}

extension Store {
    /// Why a data directory cannot be used.
    package enum OpenError: Error, Hashable, CustomStringConvertible {
        case notWritable(directory: String, reason: String)
        case inUse(directory: String)
        case missing(directory: String)
        case newerVersion(path: String)
        case unreadable(path: String, reason: String)

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
            case .unreadable(let path, let reason):
                "\(path) is not a database that can be read (\(reason)). Restore it from a backup, "
                    + "or move it away to begin anew."
            }
        }
    }
}
