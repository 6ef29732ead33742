package import Foundation
internal import GRDB

extension Store {
    static func path(in directory: String) -> String { directory + "/rapporteur.sqlite" }

    /// How the database is opened to be written to.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // What is removed leaves no copy in free pages, nor in files that SQLite makes beside the database.
            try db.execute(
                sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF"
            )
        }
        configuration.busyMode = .timeout(patience)
        // Reads are short, and each connection has a memory of its own.
        configuration.maximumReaderCount = 2
        return configuration
    }

    /// How long a write waits for that of another process, in seconds.
    static let patience: TimeInterval = 5

    /// Opens the database of a data directory to look into it, while a bot may be running on it.
    ///
    /// - Throws: ``OpenError``.
    static func openForReading(directory: String) throws -> Store {
        try openExisting(directory: directory) { path in
            try refuseNewerVersion(path: path, Migration.all)
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabasePool(path: path, configuration: configuration)
        }
    }

    /// Opens the database of a data directory to write to it beside the bot that runs on it.
    ///
    /// - Parameter removals: The path of the list of removals; nil where it stands in the directory.
    /// - Throws: ``OpenError``, also where that bot is of another version; or a sentence about the list.
    package static func openBeside(directory: String, removals: String? = nil) throws -> Store {
        guard FileSystem.exists(path(in: directory)) else { throw OpenError.missing(directory: directory) }
        let lock = try DirectoryLock(directory: directory, .beside, alone: false)
        do {
            let store = try openExisting(directory: directory, removals: removals, lock: lock) { path in
                try refuseNewerVersion(path: path, Migration.all)
                try refuseOlderVersion(path: path)
                return try DatabasePool(path: path, configuration: configuration)
            }
            // In a write: the bot may be adding to the list just now.
            try store.database.write { try store.removals.check(beside: $0) }
            return store
        } catch {
            lock.release()
            throw error
        }
    }

    /// Opens the database of a data directory to change something in it, whether a bot runs on it or not.
    ///
    /// - Throws: ``OpenError``, or a sentence about the list of removals.
    package static func openAnyway(directory: String, removals: String?, at now: Date) throws -> Store {
        do {
            return try open(directory: directory, removals: removals, at: now)
        } catch OpenError.inUse {
            return try openBeside(directory: directory, removals: removals)
        }
    }

    /// Whether there is a database in a directory.
    package static func exists(in directory: String) -> Bool { FileSystem.exists(path(in: directory)) }

    /// Whether a bot may be running on the database at the same time.
    package var isBeside: Bool { lock?.kind == .beside }

    /// Closes the file after a look, or after a change that was made without running a bot: whether the last bot ended
    /// well stays as it was. Nothing may use the store after it.
    package func leave() async throws {
        await bells.end()
        // SQLite does that only where the connection that is closed last may write.
        if !isBeside { _ = try await emptyLog() }
        try database.close()
        lock?.release()
    }

    private static func openExisting(
        directory: String,
        removals: String? = nil,
        lock: DirectoryLock? = nil,
        _ open: (_ path: String) throws -> DatabasePool
    ) throws -> Store {
        let path = path(in: directory)
        guard FileSystem.exists(path) else { throw OpenError.missing(directory: directory) }
        do {
            return Store(
                database: try open(path),
                bells: Bells(),
                removals: RemovalList(path: removals, directory: directory),
                migrationBackup: nil,
                notices: [],
                lock: lock
            )
        } catch let error as DatabaseError {
            throw OpenError.unreadable(path: path, reason: error.reason)
        }
    }

    private static func refuseOlderVersion(path: String) throws {
        let isOlder = try look(into: path) { database in
            try database.read { try !Migration.all.migrator.hasCompletedMigrations($0) }
        }
        if isOlder ?? true { throw OpenError.olderVersion(path: path) }
    }
}

extension DatabaseError {
    /// What SQLite says, for people.
    var reason: String { message ?? "SQLite error \(resultCode.rawValue)" }

    /// Whether the file itself is not what it should be.
    var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}
