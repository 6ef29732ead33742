internal import Foundation
internal import GRDB

/// A backup as a file: a database that says of itself that it is one.
///
/// The store's id and the count of its removals stand in the table `identity`, the version in GRDB's own table.
enum BackupFile {
    /// The `application_id` of a backup: "RpBk". That of the database itself is 0.
    static let applicationID: Int32 = 0x5270_426B

    /// The bytes before the first page's content, as SQLite documents them.
    private static let headerSize = 100

    /// Checks what can be seen without opening it: a file that was cut short is not opened at all.
    ///
    /// - Throws: ``RestoreError``.
    static func checkHeader(of path: String) throws {
        let (header, size) = try read(path)
        guard header.count == headerSize, header.starts(with: "SQLite format 3\0".utf8),
            number(in: header, at: 68) == UInt32(bitPattern: applicationID)
        else { throw RestoreError.notABackup(path: path) }
        let pageSize = Int(header[16]) << 8 | Int(header[17])
        let expected = Int(number(in: header, at: 28)) * (pageSize == 1 ? 65_536 : pageSize)
        guard size == expected else {
            throw RestoreError.cut(path: path, found: size, expected: expected)
        }
    }

    private static func read(_ path: String) throws -> (header: [UInt8], size: Int) {
        do {
            return (
                try FileSystem.beginning(of: path, bytes: headerSize), try FileSystem.size(of: path)
            )
        } catch {
            throw RestoreError.unreadable(path: path, reason: error.reason)
        }
    }

    private static func number(in bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension Database {
    func isBackup() throws -> Bool {
        try Int32.fetchOne(self, sql: "PRAGMA application_id") == BackupFile.applicationID
    }

    /// Makes a copy of the database a backup.
    func stampAsBackup(madeAt now: Date) throws {
        try execute(
            sql: """
                CREATE TABLE backup (
                    id       INTEGER PRIMARY KEY CHECK (id = 1),
                    made_at  INTEGER NOT NULL               -- milliseconds
                ) STRICT;
                PRAGMA application_id = \(BackupFile.applicationID);
                """
        )
        try execute(
            sql: "INSERT INTO backup (id, made_at) VALUES (1, ?)",
            arguments: [now.milliseconds]
        )
    }

    /// Makes a backup the database again.
    func unstampBackup() throws {
        try execute(sql: "DROP TABLE backup; PRAGMA application_id = 0")
    }

    /// When this backup was made.
    func madeAt() throws -> Date {
        let found = try Int64.fetchOne(self, sql: "SELECT made_at FROM backup")
        return Date(milliseconds: found ?? 0)
    }

    /// How many comments have words.
    func commentCount() throws -> Int {
        try Int.fetchOne(self, sql: "SELECT count(*) FROM comment WHERE removed_at IS NULL") ?? 0
    }

    /// What is wrong with the file; nil where it is whole.
    func damage() throws -> String? {
        let found = try String.fetchOne(self, sql: "PRAGMA quick_check(1)") ?? "no answer"
        return found == "ok" ? nil : found
    }
}
