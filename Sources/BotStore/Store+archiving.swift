internal import Foundation
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

extension Database {
    /// Where a comment belongs: below another, or on a passage.
    private struct Place {
        var parent: String?
        var passage: String?
    }

    /// Keeps a message as a comment. One that was removed before it came is kept as an empty place.
    ///
    /// - Parameter visibility: The history visibility of its room when it was said.
    func record(_ draft: CommentDraft, room: Int64, visibility: String) throws {
        let isRemoved = try isRemoved(draft.event)
        let place = try place(of: draft, room: room)
        let isNew = try changes(
            """
            INSERT INTO comment
                (statement, room, label, parent, passage, origin, origin_id, author, body, written_at, removed_at,
                visibility, thread)
            SELECT \(Self.statementOfRoom),
                ?1, 'c' || (last_comment + 1), ?2, ?3, 'chat', ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM room WHERE id = ?1
            ON CONFLICT (origin, origin_id) DO NOTHING
            """,
            [
                room, place.parent, place.passage, draft.event.rawValue,
                isRemoved ? nil : draft.author.rawValue,
                isRemoved ? "" : draft.text, draft.writtenAt.milliseconds,
                isRemoved ? draft.writtenAt.milliseconds : nil, visibility,
                draft.threadRoot?.rawValue,
            ]
        )
        if isNew { try run("UPDATE room SET last_comment = last_comment + 1 WHERE id = ?", [room]) }
    }

    /// The statement that room `?1` follows: its own, or else the one that was imported last.
    static let statementOfRoom =
        "coalesce((SELECT statement FROM room WHERE id = ?1), (SELECT max(id) FROM statement))"

    /// A reply belongs to what it answers; in a thread, to the thread's beginning.
    private func place(of draft: CommentDraft, room: Int64) throws -> Place {
        for target in [draft.repliesTo, draft.threadRoot] {
            if let target, let place = try place(answering: target, room: room) { return place }
        }
        return Place()
    }

    private func place(answering target: EventID, room: Int64) throws -> Place? {
        let label = try String.fetchOne(
            cachedStatement(
                sql: "SELECT label FROM comment WHERE origin = 'chat' AND origin_id = ? AND room = ?"
            ),
            arguments: [target.rawValue, room]
        )
        if let label { return Place(parent: label) }
        // A message that shows several things is not about one of them.
        guard let shown = try shown(by: target, room: room).only else { return nil }
        if case .comment(let label) = shown { return Place(parent: label.rawValue) }
        return Place(passage: shown.description)
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
        let sql = "SELECT addresses FROM shown WHERE room = ? AND event_id = ?"
        let json = try String.fetchOne(cachedStatement(sql: sql), arguments: [room, event.rawValue])
        return try json.map { try RowJSON.value([PassageReference].self, from: Data($0.utf8)) } ?? []
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
    private func showLatestRevision(of comment: Int64) throws {
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

    /// Removes the words of a comment with all its revisions, or one revision; both stay out from now on.
    ///
    /// Whoever may take words back in one room may not do so in another, so what stands there is left alone.
    func remove(_ event: EventID, room: Int64, at now: Date) throws {
        let found = try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT id, room, 1 AS is_whole FROM comment WHERE origin = 'chat' AND origin_id = ?1
                    UNION ALL
                    SELECT c.id, c.room, 0 FROM revision r JOIN comment c ON c.id = r.comment WHERE r.event_id = ?1
                    ORDER BY is_whole DESC LIMIT 1
                    """
            ),
            arguments: [event.rawValue]
        )
        if let found, found["room"] != room { return }
        try run(
            """
            INSERT INTO removed (origin, origin_id, at) VALUES ('chat', ?, ?)
            ON CONFLICT (origin, origin_id) DO NOTHING
            """,
            [event.rawValue, now.milliseconds]
        )
        try forgetValues(holding: event, room: room)
        try run("DELETE FROM reaction WHERE event_id = ? AND room = ?", [event.rawValue, room])
        guard let found else { return }
        if found["is_whole"] {
            try blank(found["id"], at: now)
        } else {
            try run("DELETE FROM revision WHERE event_id = ?", [event.rawValue])
            try showLatestRevision(of: found["id"])
        }
    }

    /// The words of an event go from the values of plugins too; the rest of any long answer may quote them.
    private func forgetValues(holding event: EventID, room: Int64) throws {
        try run(
            """
            DELETE FROM value WHERE EXISTS (SELECT 1 FROM json_each(value.sources) WHERE json_each.value = ?1)
                OR plugin = (SELECT id FROM plugin WHERE name = 'core') AND EXISTS (
                    SELECT 1 FROM room WHERE (id = ?2 OR continues = ?2)
                        AND key >= 'rest/' || room_id || '/' AND key < 'rest/' || room_id || '0')
            """,
            [event.rawValue, room]
        )
    }

    /// Removes everything that this person said in the room.
    func removeAll(by author: UserID, room: Int64, at now: Date) throws {
        let sql = "SELECT origin_id FROM comment WHERE origin = 'chat' AND room = ? AND author = ?"
        let events = try String.fetchAll(self, sql: sql, arguments: [room, author.rawValue])
        for event in events { try remove(EventID(event), room: room, at: now) }
        try run("DELETE FROM reaction WHERE room = ? AND author = ?", [room, author.rawValue])
    }

    /// The place stays, so that the thread keeps its shape; words and author go.
    private func blank(_ comment: Int64, at now: Date) throws {
        try run("DELETE FROM revision WHERE comment = ?", [comment])
        try run(
            "DELETE FROM reaction WHERE (room, label) = (SELECT room, label FROM comment WHERE id = ?)",
            [comment]
        )
        try run(
            """
            UPDATE comment SET body = '', author = NULL, edited_at = NULL, removed_at = coalesce(removed_at, ?)
            WHERE id = ?
            """,
            [now.milliseconds, comment]
        )
    }

    private func isRemoved(_ event: EventID) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM removed WHERE origin = 'chat' AND origin_id = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [event.rawValue]) ?? false
    }
}

extension Array {
    /// The one element; nil where there are none or several.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
