internal import Discussion
internal import Foundation
internal import GRDB
package import MatrixTypes
package import PluginAPI

extension Store {
    /// What a room discusses, as plugins see it. In a conversation of two, people see what they said anywhere.
    package func discussion(in room: RoomID, isDirect: Bool) -> any DiscussionWindow {
        StoredDiscussion(store: self, room: room, isDirect: isDirect)
    }
}

/// The statement and the thread of one room, read when they are asked for.
struct StoredDiscussion: DiscussionWindow {
    let store: Store
    let room: RoomID
    let isDirect: Bool

    func statement() async throws -> Discussion.Statement {
        let row = try await read { db, scope in try db.latestRevisionRow(of: scope.statement) }
        guard let row else {
            throw UsageError(
                "No statement has been imported yet, so there is nothing to quote. "
                    + "Whoever runs the bot can start it with `--statement FILE`."
            )
        }
        return try await text(of: row)
    }

    func statement(revision number: Int) async throws -> Discussion.Statement? {
        let row = try await read { db, scope in
            let sql = "SELECT id FROM statement_revision WHERE statement = ? AND number = ?"
            return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [scope.statement, number])
        }
        guard let row else { return nil }
        return try await text(of: row)
    }

    private func text(of row: Int64) async throws -> Discussion.Statement {
        if let statement = await store.shelf[row] { return statement }
        let statement = try await store.database.read { db in try db.statement(revisionRow: row) }
        await store.shelf.put(statement, id: row)
        return statement
    }

    func statements() async throws -> [StatementEntry] {
        try await read { db, scope in
            let revisions = Dictionary(grouping: try db.revisions(), by: \.statement)
            let sql = "SELECT id, title FROM statement ORDER BY id"
            return try Row.fetchAll(db, sql: sql).map { row in
                let id: Int64 = row["id"]
                return StatementEntry(
                    number: Int(id),
                    title: row["title"],
                    revisions: (revisions[id] ?? []).map(\.revision),
                    isFollowed: id == scope.statement
                )
            }
        }
    }

    func shown(by event: EventID) async throws -> [PassageReference] {
        try await read { db, scope in
            try scope.home.map { try db.shown(by: event, room: $0) } ?? []
        }
    }

    func banned() async throws -> Set<UserID> {
        try await read { db, scope in try db.banned(home: scope.home) }
    }

    func held(of person: UserID, everywhere: Bool) async throws -> HeldWords {
        try await read { db, scope in
            let room = everywhere ? nil : scope.home ?? 0
            func count(_ rows: String) throws -> Int {
                let sql = "SELECT count(*) FROM \(rows)"
                return try Int.fetchOne(db, sql: sql, arguments: [person.rawValue, room]) ?? 0
            }
            return HeldWords(
                comments: try count(
                    "comment WHERE author = ?1 AND origin = 'chat' AND (?2 IS NULL OR room = ?2)"
                ),
                reactions: try count("reaction WHERE author = ?1 AND (?2 IS NULL OR room = ?2)"),
                answers: try count(
                    """
                    posted WHERE author = ?1 AND repeats = 1 AND (?2 IS NULL OR room IN
                        (SELECT id FROM room WHERE id = ?2 OR continues = ?2))
                    """
                )
            )
        }
    }

    /// Where the room's comments and statement are found.
    struct Scope: Sendable {
        /// nil where the room was never met.
        let home: Int64?
        /// nil where none was imported.
        let statement: Int64?
    }

    /// Reads within one moment.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database, Scope) throws -> Value
    ) async throws -> Value {
        try await store.database.read { [room] db in
            let home = try db.home(of: room)
            return try body(db, Scope(home: home, statement: try db.statement(ofHome: home)))
        }
    }
}

extension Database {
    /// The row of the latest revision of a statement.
    fileprivate func latestRevisionRow(of statement: Int64?) throws -> Int64? {
        let sql = "SELECT id FROM statement_revision WHERE statement = ? ORDER BY number DESC LIMIT 1"
        return try Int64.fetchOne(cachedStatement(sql: sql), arguments: [statement])
    }

    fileprivate func statement(revisionRow id: Int64) throws -> Discussion.Statement {
        let sql = "SELECT * FROM statement_revision WHERE id = ?"
        guard let row = try Row.fetchOne(self, sql: sql, arguments: [id]) else {
            throw RecordError.recordNotFound(
                databaseTableName: "statement_revision",
                key: ["id": id.databaseValue]
            )
        }
        return try RowJSON.value(Discussion.Statement.self, from: row["body"]).at(StatementRevision(row))
    }

    /// All revisions of all statements, oldest first.
    fileprivate func revisions() throws -> [(statement: Int64, revision: StatementRevision)] {
        let sql =
            "SELECT statement, number, digest, imported_at FROM statement_revision ORDER BY statement, number"
        return try Row.fetchAll(self, sql: sql).map { ($0["statement"], StatementRevision($0)) }
    }

    /// Who is banned: of the rooms in which one goes on, the last that says anything of a person counts.
    fileprivate func banned(home: Int64?) throws -> Set<UserID> {
        let sql = """
            SELECT key FROM (
                SELECT s.key, json_extract(CAST(s.event AS TEXT), '$.content.membership') AS membership, max(s.room)
                FROM room_state s JOIN room r ON r.id = s.room
                WHERE (r.id = ?1 OR r.continues = ?1) AND s.type = 'm.room.member' GROUP BY s.key)
            WHERE membership = 'ban'
            """
        return Set(try String.fetchAll(cachedStatement(sql: sql), arguments: [home]).map { UserID($0) })
    }
}

extension StatementRevision {
    init(_ row: Row) {
        self.init(
            number: row["number"],
            importedAt: (row["imported_at"] as Int64?).map { Date(milliseconds: $0) },
            digest: row["digest"]
        )
    }
}
