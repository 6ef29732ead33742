package import Discussion
internal import Foundation
internal import GRDB

/// Comments of one statement on their way in, put aside on the disk until all of them are there: what is answered may
/// come after what answers it, and there may be more of them than memory has room for.
///
/// The file has no name; it is gone with the process.
package struct ThreadStage {
    let database: DatabaseQueue
    /// How many came a second time under the same id, and were not added.
    package private(set) var repeated = 0
    private var waiting: [SourceComment] = []

    /// Why nothing can be put aside.
    package struct StageError: Error, CustomStringConvertible {
        let reason: String

        package var description: String {
            "The comments cannot be put aside while they are read (\(reason)). Nothing was changed: make room where "
                + "temporary files go, or name another place with TMPDIR."
        }
    }

    /// - Throws: ``StageError``.
    package init() throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(
                sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE"
            )
        }
        do {
            // SQLite's name for a file that is removed as soon as it is open.
            database = try DatabaseQueue(path: "", configuration: configuration)
            try database.write { try $0.execute(sql: Self.table) }
        } catch let error as DatabaseError {
            throw StageError(reason: error.reason)
        }
    }

    private static let table = """
        CREATE TABLE staged (
            seq         INTEGER PRIMARY KEY,
            id          TEXT NOT NULL UNIQUE,
            parent      TEXT,
            author      TEXT,
            body        TEXT NOT NULL,
            written_at  INTEGER,
            passage     TEXT,
            is_edited   INTEGER NOT NULL,
            level       INTEGER,                    -- how many comments it stands below; nil until that is known
            turn        INTEGER                     -- when it is its turn to be kept
        );
        CREATE INDEX staged_by_parent ON staged (parent);
        CREATE INDEX staged_by_level ON staged (level);
        """

    /// How many comments wait in memory, and are put aside together.
    static let pageSize = 500

    /// Puts a comment aside. One whose id was there before is not: the first counts.
    ///
    /// - Throws: ``StageError``.
    package mutating func add(_ comment: SourceComment) throws {
        waiting.append(comment)
        if waiting.count >= Self.pageSize { try flush() }
    }

    /// Puts the last ones aside, too.
    ///
    /// - Throws: ``StageError``.
    mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        do {
            let kept = try database.write { [waiting] db in try waiting.count { try db.stage($0) } }
            repeated += waiting.count - kept
            waiting = []
        } catch let error as DatabaseError {
            throw StageError(reason: error.reason)
        }
    }
}

extension Database {
    /// - Returns: Whether its id is new.
    fileprivate func stage(_ comment: SourceComment) throws -> Bool {
        try changes(
            """
            INSERT INTO staged (id, parent, author, body, written_at, passage, is_edited) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """,
            [
                comment.id, comment.parent == comment.id ? nil : comment.parent, comment.author,
                comment.body, comment.writtenAt?.milliseconds, comment.passage, comment.isEdited,
            ]
        )
    }
}
