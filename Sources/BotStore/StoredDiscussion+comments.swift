internal import Discussion
internal import Foundation
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

extension StoredDiscussion {
    func thread() async throws -> CommentThread {
        CommentThread(try await comments { db, scope in try Row.fetchAll(db, scope.rows()) })
    }

    func comment(_ label: CommentLabel) async throws -> Comment? {
        try await comments { db, scope in
            // What was said in the room keeps its label, whichever statement it was about.
            let sql =
                label.isOfChat
                ? "SELECT * FROM comment WHERE room = ? AND label = ?"
                : "SELECT * FROM comment WHERE room IS NULL AND statement = ? AND label = ?"
            let place = label.isOfChat ? scope.home : scope.statement
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [place, label.rawValue])
        }.first
    }

    func replies(to label: CommentLabel, limit: Int) async throws -> [Comment] {
        try await comments { db, scope in
            let sql = """
                SELECT * FROM comment WHERE parent = ?1
                    AND (room IS NULL AND statement = ?3 OR room = ?2 AND (statement IS NULL OR statement = ?3))
                ORDER BY room IS NOT NULL, id LIMIT ?4
                """
            return try Row.fetchAll(
                db.cachedStatement(sql: sql),
                arguments: [label.rawValue, scope.home, scope.statement, limit]
            )
        }
    }

    func firstComment() async throws -> Comment? {
        try await comments { db, scope in
            try Row.fetchAll(db, scope.rows(where: "removed_at IS NULL", limit: 1))
        }.first
    }

    func counts() async throws -> CommentCounts {
        try await read { db, scope in try db.counts(in: scope, where: "1") }
    }

    func comments(matching query: CommentQuery) async throws -> [Comment] {
        try await comments { db, scope in
            let ids = try db.comments(matching: query, in: scope.places)
            let rows = try ids.compactMap { id in
                try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM comment WHERE id = ?"),
                    arguments: [id]
                )
            }
            return rows
        }
    }

    func comments(before revision: Int) async throws -> EarlierComments {
        let onPassages = try await comments { db, scope in
            let condition = "removed_at IS NULL AND passage IS NOT NULL AND revision < \(revision)"
            return try Row.fetchAll(db, scope.rows(where: condition, limit: EarlierComments.mostOnPassages))
        }
        let counts = try await read { db, scope in
            try db.counts(in: scope, where: "revision < \(revision)")
        }
        return EarlierComments(count: counts.all, onPassages: onPassages)
    }

    func labels(inThread root: EventID) async throws -> [CommentLabel] {
        try await read { db, scope in
            let sql = """
                SELECT label FROM comment WHERE room = ?1 AND origin = 'chat'
                    AND (origin_id = ?2 OR thread = ?2) ORDER BY id
                """
            return try String.fetchAll(db, sql: sql, arguments: [scope.home, root.rawValue]).map {
                CommentLabel($0)
            }
        }
    }

    func comments(by author: UserID) async throws -> [Comment] {
        try await comments { [isDirect] db, scope in
            let sql = """
                SELECT * FROM comment WHERE author = ?1 AND origin = 'chat' AND (?2 OR room = ?3) ORDER BY id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [author.rawValue, isDirect, scope.home])
        }
    }

    /// Rows with the reactions that belong to them.
    private func comments(
        _ rows: @escaping @Sendable (Database, Scope) throws -> [Row]
    ) async throws -> [Comment] {
        try await read { db, scope in
            let rows = try rows(db, scope)
            let reactions = try db.reactions(room: scope.home, labels: rows.map { $0["label"] })
            return try rows.map { try Comment($0, reactions: reactions[$0["label"]] ?? []) }
        }
    }
}

extension StoredDiscussion.Scope {
    /// Where the words of its comments are found in the index.
    fileprivate var places: [WordPlace] {
        let page = statement.map { [WordPlace(room: nil, statement: $0)] } ?? []
        guard let home else { return page }
        let chat = [WordPlace(room: home, statement: nil)]
        return page + chat + (statement.map { [WordPlace(room: home, statement: $0)] } ?? [])
    }

    /// The comments on the statement: those of the page, then those of the room, each in the order in which they were made.
    fileprivate func rows(where condition: String = "1", limit: Int = -1) -> SQLRequest<Row> {
        SQLRequest(
            sql: """
                SELECT * FROM (
                    SELECT * FROM (SELECT * FROM comment WHERE room IS NULL AND statement = ?2 AND \(condition)
                        ORDER BY id LIMIT ?3)
                    UNION ALL
                    SELECT * FROM (SELECT * FROM comment WHERE room = ?1 AND (statement = ?2 OR statement IS NULL)
                        AND \(condition) ORDER BY id LIMIT ?3))
                LIMIT ?3
                """,
            arguments: [home, statement, limit],
            cached: true
        )
    }
}

extension CommentLabel {
    /// Whether it is one of those that the chat gives: `c17`.
    var isOfChat: Bool { rawValue.hasPrefix("c") }
}

extension Database {
    /// How many comments with words there are for which the condition holds, counted in an index.
    fileprivate func counts(in scope: StoredDiscussion.Scope, where condition: String) throws -> CommentCounts
    {
        func count(room: String, statement: String) throws -> Int {
            let sql = """
                SELECT count(*) FROM comment
                WHERE room \(room) AND statement \(statement) AND removed_at IS NULL AND \(condition)
                """
            let values = ["room": scope.home, "statement": scope.statement].filter {
                sql.contains(":\($0.key)")
            }
            return try Int.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values)) ?? 0
        }
        return CommentCounts(
            page: try count(room: "IS NULL", statement: "= :statement"),
            chat: try count(room: "= :room", statement: "= :statement")
                + count(room: "= :room", statement: "IS NULL")
        )
    }

    /// The reactions to some comments of a room, by label; to all of them where there are many.
    fileprivate func reactions(room: Int64?, labels: [String]) throws -> [String: [Comment.Reaction]] {
        guard !labels.isEmpty else { return [:] }
        let isFew = labels.count <= 1_000
        let few = isFew ? " AND label IN (SELECT value FROM json_each(?))" : ""
        let sql = """
            SELECT label, key, count(DISTINCT author) AS count FROM reaction WHERE room = ?\(few)
            GROUP BY label, key ORDER BY min(rowid)
            """
        let arguments: StatementArguments = [room] + (isFew ? [try RowJSON.text(labels)] : [])
        let rows = try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
        return Dictionary(grouping: rows) { $0["label"] as String }.mapValues { rows in
            rows.map { Comment.Reaction(key: $0["key"], count: $0["count"]) }
        }
    }
}

extension Comment {
    init(_ row: Row, reactions: [Reaction]) throws {
        let body: String = row["body"]
        let lines = body.split(whereSeparator: \.isNewline).map(String.init)
        let origin = Origin(rawValue: row["origin"]) ?? .chat
        self.init(
            label: CommentLabel(row["label"]),
            parent: (row["parent"] as String?).map { CommentLabel($0) },
            passage: try (row["passage"] as String?).map { try PassageReference(parsing: $0) },
            author: row["author"],
            paragraphs: lines.enumerated().map { Paragraph(index: $0.offset + 1, segmenting: $0.element) },
            origin: origin,
            writtenAt: (row["written_at"] as Int64?).map { Date(milliseconds: $0) },
            isEdited: (row["edited_at"] as Int64?) != nil,
            isRemoved: (row["removed_at"] as Int64?) != nil,
            reactions: reactions,
            revision: row["revision"],
            statement: (row["statement"] as Int64?).map(Int.init),
            source: WordSource(origin: origin, id: row["origin_id"])
        )
    }
}
