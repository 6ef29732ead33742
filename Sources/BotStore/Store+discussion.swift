package import Discussion
internal import Foundation
internal import GRDB
package import MatrixTypes
package import PluginAPI

extension Store {
    /// Takes in a statement and the comments below it. The same source again changes nothing.
    ///
    /// - Parameter digest: The same for the same source, and for no other.
    package func importPage(_ statement: Discussion.Statement, comments: [Comment], digest: String)
        async throws
    {
        try await write(.flushed) { db in
            let isNew = try db.changes(
                """
                INSERT INTO statement (revision, digest, title, body) VALUES (1, ?, ?, ?)
                ON CONFLICT (digest) DO NOTHING
                """,
                [digest, statement.title, try RowJSON.data(statement)]
            )
            guard isNew else { return }
            let id = db.lastInsertedRowID
            for comment in comments { try db.insert(comment, of: id) }
        }
        await bells.ring([.discussion])
    }

    /// What a room discusses, as plugins see it. In a conversation of two, people see what they said anywhere.
    package func discussion(in room: RoomID, isDirect: Bool) -> any DiscussionWindow {
        StoredDiscussion(store: self, room: room, isDirect: isDirect)
    }
}

extension Database {
    fileprivate func insert(_ comment: Comment, of statement: Int64) throws {
        try run(
            """
            INSERT INTO comment (statement, label, parent, passage, origin, origin_id, author, body, written_at)
            VALUES (?, ?, ?, ?, 'page', ?, ?, ?, ?) ON CONFLICT (origin, origin_id) DO NOTHING
            """,
            [
                statement, comment.label.rawValue, comment.parent?.rawValue, comment.passage?.description,
                "\(statement)/\(comment.label.rawValue)", comment.author,
                comment.paragraphs.map(\.text).joined(separator: "\n"), comment.writtenAt?.milliseconds,
            ]
        )
    }
}

/// The statement and the thread of one room, read when they are asked for.
private struct StoredDiscussion: DiscussionWindow {
    let store: Store
    let room: RoomID
    let isDirect: Bool

    func statement() async throws -> Discussion.Statement {
        let id = try await store.database.read { [room] db in
            try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT coalesce(
                            (SELECT statement FROM room WHERE id = \(Database.homeOfRoomID)), (SELECT max(id) FROM statement))
                        """
                ),
                arguments: [room.rawValue]
            )
        }
        guard let id else {
            throw UsageError(
                "No statement has been imported yet, so there is nothing to quote. "
                    + "Whoever runs the bot can start it with `--statement FILE`."
            )
        }
        if let statement = await store.shelf[id] { return statement }
        return try await read(id)
    }

    private func read(_ id: Int64) async throws -> Discussion.Statement {
        let data = try await store.database.read { db in
            try Data.fetchOne(db, sql: "SELECT body FROM statement WHERE id = ?", arguments: [id])
        }
        let statement = try RowJSON.value(Discussion.Statement.self, from: data ?? Data())
        await store.shelf.put(statement, id: id)
        return statement
    }

    func thread() async throws -> CommentThread {
        CommentThread(try await comments(where: "1", []))
    }

    func comment(_ label: CommentLabel) async throws -> Comment? {
        try await comments(where: "label = ?", [label.rawValue]).first
    }

    func comments(by author: UserID) async throws -> [Comment] {
        guard isDirect else {
            return try await comments(where: "origin = 'chat' AND author = ?", [author.rawValue])
        }
        return try await store.database.read { db in
            let sql = "SELECT * FROM comment WHERE origin = 'chat' AND author = ? ORDER BY id"
            return try Row.fetchAll(db, sql: sql, arguments: [author.rawValue]).map {
                try Comment($0, reactions: [])
            }
        }
    }

    func labels(inThread root: EventID) async throws -> [CommentLabel] {
        try await store.database.read { [room] db in
            let sql = """
                SELECT label FROM comment WHERE room = \(Database.homeOfRoomID) AND origin = 'chat'
                    AND (origin_id = ?2 OR thread = ?2) ORDER BY id
                """
            return try String.fetchAll(db, sql: sql, arguments: [room.rawValue, root.rawValue]).map {
                CommentLabel($0)
            }
        }
    }

    func banned() async throws -> Set<UserID> {
        try await store.database.read { [room] db in
            let home = try Int64.fetchOne(
                db,
                sql: "SELECT \(Database.homeOfRoomID)",
                arguments: [room.rawValue]
            )
            return try db.banned(home: home)
        }
    }

    func shown(by event: EventID) async throws -> [PassageReference] {
        try await store.database.read { [room] db in
            let sql = "SELECT \(Database.homeOfRoomID)"
            guard let number = try Int64.fetchOne(db, sql: sql, arguments: [room.rawValue]) else { return [] }
            return try db.shown(by: event, room: number)
        }
    }

    /// Comments of the page come first, then those of this room, each in the order in which they were made.
    private func comments(where condition: String, _ arguments: StatementArguments) async throws -> [Comment]
    {
        try await store.database.read { [room] db in
            let number = try Int64.fetchOne(
                db,
                sql: "SELECT \(Database.homeOfRoomID)",
                arguments: [room.rawValue]
            )
            let sql = """
                SELECT * FROM comment WHERE (room = ? OR room IS NULL AND statement = coalesce(
                    (SELECT statement FROM room WHERE id = ?), (SELECT max(id) FROM statement))) AND \(condition)
                ORDER BY room IS NOT NULL, id
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: [number, number] + arguments)
            let reactions = try db.reactions(room: number)
            return try rows.map { try Comment($0, reactions: reactions[$0["label"]] ?? []) }
        }
    }
}

extension Database {
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

    /// The reactions of a room, by the label of their comment.
    fileprivate func reactions(room: Int64?) throws -> [String: [Comment.Reaction]] {
        let sql = """
            SELECT label, key, count(DISTINCT author) AS count FROM reaction WHERE room = ?
            GROUP BY label, key ORDER BY min(rowid)
            """
        let rows = try Row.fetchAll(cachedStatement(sql: sql), arguments: [room])
        return Dictionary(grouping: rows) { $0["label"] as String }.mapValues { rows in
            rows.map { Comment.Reaction(key: $0["key"], count: $0["count"]) }
        }
    }
}

extension Comment {
    fileprivate init(_ row: Row, reactions: [Reaction]) throws {
        let body: String = row["body"]
        let lines = body.split(whereSeparator: \.isNewline).map(String.init)
        self.init(
            label: CommentLabel(row["label"]),
            parent: (row["parent"] as String?).map { CommentLabel($0) },
            passage: try (row["passage"] as String?).map { try PassageReference(parsing: $0) },
            author: row["author"],
            paragraphs: lines.enumerated().map { Paragraph(index: $0.offset + 1, segmenting: $0.element) },
            origin: Origin(rawValue: row["origin"]) ?? .chat,
            writtenAt: (row["written_at"] as Int64?).map { Date(milliseconds: $0) },
            isEdited: (row["edited_at"] as Int64?) != nil,
            isRemoved: (row["removed_at"] as Int64?) != nil,
            reactions: reactions
        )
    }
}
