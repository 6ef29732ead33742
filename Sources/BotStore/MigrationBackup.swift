internal import Foundation
internal import GRDB

/// The copy of a database from just before its tables are changed: the way back to the version that wrote it.
enum MigrationBackup {
    /// How long a copy stays. It holds words that people may have taken back since.
    private static let lifetime: TimeInterval = 7 * 86_400

    /// Copies a database beside itself, and is done when the copy is on disk.
    ///
    /// A copy of the same name is replaced: it is from an attempt that ended early, or from before somebody went
    /// back. Under its own name a copy is always whole.
    ///
    /// - Parameter migration: The name of the first migration that is to come.
    /// - Returns: The path of the copy.
    /// - Throws: ``Store/OpenError/noBackup(path:reason:)``.
    static func make(of database: DatabaseQueue, before migration: String) throws -> String {
        let path = database.path + infix + safe(migration)
        let part = path + ".part"
        do {
            try FileSystem.makeEmptyFile(part)
            try copy(database, to: part)
            try FileSystem.flush(part)
            try FileSystem.rename(part, to: path)
            return path
        } catch {
            for leftover in [part, part + "-journal"] { unlink(leftover) }
            throw Store.OpenError.noBackup(path: path, reason: reason(error))
        }
    }

    /// Removes the copies of a database that are older than a week, whole or not.
    ///
    /// - Returns: The paths of those that are gone.
    static func removeOld(of database: String, at now: Date) throws -> [String] {
        try copies(of: database).filter { path in
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard let madeAt = attributes[.modificationDate] as? Date,
                now.timeIntervalSince(madeAt) > lifetime
            else { return false }
            try FileManager.default.removeItem(atPath: path)
            return true
        }
    }

    /// Removes all copies of a database: they hold words that were taken back since.
    static func removeAll(of database: String) throws {
        for path in try copies(of: database) { try FileManager.default.removeItem(atPath: path) }
    }

    private static func copies(of database: String) throws -> [String] {
        let file = URL(fileURLWithPath: database)
        let folder = file.deletingLastPathComponent().path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return names.filter { $0.hasPrefix(file.lastPathComponent + infix) }.sorted().map {
            folder + "/" + $0
        }
    }

    private static let infix = ".before-"

    /// By SQLite itself, which takes what only stands in the log along.
    private static func copy(_ database: DatabaseQueue, to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        do {
            try database.backup(to: copy)
        } catch {
            try copy.close()
            throw error
        }
        try copy.close()
    }

    private static func safe(_ name: String) -> String {
        String(
            name.map { character in
                let isSafe = character.isASCII && (character.isLetter || character.isNumber)
                return isSafe || "._-".contains(character) ? character : "-"
            }
        )
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: error.reason
        case let error as FileSystem.Failure: error.reason
        default: "\(error)"
        }
    }
}
