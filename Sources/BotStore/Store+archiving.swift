internal import Foundation
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

extension Database {
    /// Where a comment belongs: below another, or on a passage.
    private struct Place {
        var parent: String?
        var passage: String?
        /// Of the parent, or of the passage; nil where it stands nowhere.
        var statement: Int64?
        var revision: Int?
    }

    /// Keeps a message as a comment. One that was removed before it came is kept as an empty place.
    ///
    /// - Parameter visibility: The history visibility of its room when it was said.
    func record(_ draft: CommentDraft, room: Int64, visibility: String) throws {
        let isRemoved = try isRemoved(draft.event) || isForgotten(draft, room: room)
        let place = try place(of: draft, room: room)
        let statement = try place.statement ?? statement(ofHome: room)
        let isNew = try changes(
            """
            INSERT INTO comment
                (statement, revision, room, label, parent, passage, origin, origin_id, author, body, written_at,
                removed_at, visibility, thread)
            SELECT ?11, coalesce(?12, (SELECT max(number) FROM statement_revision WHERE statement = ?11)),
                ?1, 'c' || (last_comment + 1), ?2, ?3, 'chat', ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM room WHERE id = ?1
            ON CONFLICT (origin, origin_id) DO NOTHING
            """,
            [
                room, place.parent, place.passage, draft.event.rawValue,
                isRemoved ? nil : draft.author.rawValue,
                isRemoved ? "" : draft.text, draft.writtenAt.milliseconds,
                isRemoved ? draft.writtenAt.milliseconds : nil, visibility,
                draft.threadRoot?.rawValue, statement, place.revision,
            ]
        )
        guard isNew else { return }
        if !isRemoved { try indexWords(of: lastInsertedRowID) }
        try run("UPDATE room SET last_comment = last_comment + 1 WHERE id = ?", [room])
    }

    /// The statement that a room follows, by its home: the one it chose, or else the newest.
    func statement(ofHome room: Int64?) throws -> Int64? {
        let sql =
            "SELECT coalesce((SELECT statement FROM room WHERE id = ?), (SELECT max(id) FROM statement))"
        return try Int64.fetchOne(cachedStatement(sql: sql), arguments: [room])
    }

    /// A reply belongs to what it answers; in a thread, to the thread's beginning.
    private func place(of draft: CommentDraft, room: Int64) throws -> Place {
        for target in [draft.repliesTo, draft.threadRoot] {
            if let target, let place = try place(answering: target, room: room) { return place }
        }
        return Place()
    }

    private func place(answering target: EventID, room: Int64) throws -> Place? {
        let row = try Row.fetchOne(
            cachedStatement(
                sql:
                    "SELECT label, statement FROM comment WHERE origin = 'chat' AND origin_id = ? AND room = ?"
            ),
            arguments: [target.rawValue, room]
        )
        if let row { return Place(parent: row["label"], statement: row["statement"]) }
        let found = try showing(by: target, room: room)
        // A message that shows several things is not about one of them.
        guard let shown = found.addresses.only else { return nil }
        if case .comment(let label) = shown {
            return Place(parent: label.rawValue, statement: try statement(of: label, room: room))
        }
        return Place(passage: shown.description, statement: found.statement, revision: found.revision)
    }

    /// The statement that a comment of the chat is about; nil for one of a page, which the room follows.
    private func statement(of label: CommentLabel, room: Int64) throws -> Int64? {
        let sql = "SELECT statement FROM comment WHERE room = ? AND label = ?"
        return try Int64.fetchOne(cachedStatement(sql: sql), arguments: [room, label.rawValue])
    }

    /// Keeps a reaction to a comment, or to a message of ours that shows one comment; any other is no comment's.
    func annotate(_ reaction: CommentReaction, room: Int64) throws {
        guard try !isRemoved(reaction.event),
            let label = try place(answering: reaction.target, room: room)?.parent
        else { return }
        try run(
            """
            INSERT INTO reaction (event_id, room, label, key, author) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (event_id) DO NOTHING
            """,
            [reaction.event.rawValue, room, label, reaction.key, reaction.author.rawValue]
        )
    }

    func shown(by event: EventID, room: Int64) throws -> [PassageReference] {
        try showing(by: event, room: room).addresses
    }

    /// What a message of ours showed, and of which revision of which statement.
    private func showing(by event: EventID, room: Int64) throws -> Showing {
        let sql = """
            SELECT s.addresses, r.statement, r.number FROM shown s LEFT JOIN statement_revision r ON r.id = s.revision
            WHERE s.room = ? AND s.event_id = ?
            """
        let row = try Row.fetchOne(cachedStatement(sql: sql), arguments: [room, event.rawValue])
        guard let row else { return Showing(addresses: []) }
        let json: String = row["addresses"]
        return Showing(
            addresses: try RowJSON.value([PassageReference].self, from: Data(json.utf8)),
            statement: row["statement"],
            revision: row["number"]
        )
    }

    private struct Showing {
        let addresses: [PassageReference]
        var statement: Int64?
        var revision: Int?
    }

    /// Gives a comment new words. The former ones stay in `revision`, for when the edit is taken back.
    func revise(_ revision: CommentRevision, room: Int64) throws {
        let sql = """
            SELECT id, body, written_at FROM comment
            WHERE origin = 'chat' AND origin_id = ? AND room = ? AND author = ? AND removed_at IS NULL
            """
        let arguments: StatementArguments = [revision.original.rawValue, room, revision.author.rawValue]
        let found = try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
        guard let found, try !isRemoved(revision.event) else { return }
        let comment: Int64 = found["id"]
        try forgetWords(of: comment)
        if try !hasRevisions(comment) {
            try add(
                revision.original.rawValue,
                of: comment,
                body: found["body"],
                at: found["written_at"] ?? 0
            )
        }
        try add(
            revision.event.rawValue,
            of: comment,
            body: revision.text,
            at: revision.writtenAt.milliseconds
        )
        try showLatestRevision(of: comment)
        try indexWords(of: comment)
    }

    private func hasRevisions(_ comment: Int64) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM revision WHERE comment = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [comment]) ?? false
    }

    private func add(_ event: String, of comment: Int64, body: String, at: Int64) throws {
        try run(
            "INSERT INTO revision (event_id, comment, body, at) VALUES (?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING",
            [event, comment, body, at]
        )
    }

    /// The original is shown only where no edit is left, whatever the clocks said.
    func showLatestRevision(of comment: Int64) throws {
        let sql = """
            SELECT r.body, iif(r.event_id = c.origin_id, NULL, r.at) AS edited_at
            FROM revision r JOIN comment c ON c.id = r.comment WHERE r.comment = ?
            ORDER BY r.event_id = c.origin_id, r.at DESC, r.event_id DESC LIMIT 1
            """
        guard let latest = try Row.fetchOne(cachedStatement(sql: sql), arguments: [comment]) else { return }
        try run(
            "UPDATE comment SET body = ?, edited_at = ? WHERE id = ?",
            [latest["body"] as String, latest["edited_at"] as Int64?, comment]
        )
    }

    private func isRemoved(_ event: EventID) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM removed WHERE origin = 'chat' AND origin_id = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [event.rawValue]) ?? false
    }

    /// Whether its author asked to be forgotten after they said it, in this room or everywhere, or it is older than
    /// comments are kept.
    private func isForgotten(_ draft: CommentDraft, room: Int64) throws -> Bool {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM forgotten WHERE author IN (?, '') AND room IN (0, ?) AND until >= ?)"
        let arguments: StatementArguments = [draft.author.rawValue, room, draft.writtenAt.milliseconds]
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: arguments) ?? false
    }
}

extension Array {
    /// The one element; nil where there are none or several.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
