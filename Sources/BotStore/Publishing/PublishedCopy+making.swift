internal import Discussion
internal import Foundation
internal import GRDB

extension PublishedCopy {
    /// Copies what may be published of the database at a path, as it is at one moment.
    ///
    /// It takes no part in what else is done with that database: it only reads, beside whoever writes.
    static func make(of path: String) throws -> PublishedCopy {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
                    PRAGMA trusted_schema = OFF
                    """
            )
        }
        configuration.busyMode = .timeout(Store.patience)
        let database = try DatabaseQueue(path: "", configuration: configuration)
        let texts = try database.inDatabase { db in
            try db.execute(sql: "ATTACH DATABASE ? AS bot", arguments: [path])
            var texts: [Int: Discussion.Statement] = [:]
            try db.inTransaction {
                try db.execute(sql: Self.tables)
                texts = try db.publishedTexts()
                try db.execute(sql: Self.skeleton)
                try db.execute(sql: Self.words)
                if try db.hasUnattached() { texts[0] = Self.untitled }
                try db.movePassages(to: texts)
                try db.placeEntries()
                return .commit
            }
            try db.execute(sql: "DETACH DATABASE bot")
            return texts
        }
        return PublishedCopy(database, texts: texts)
    }

    /// What was said in rooms that follow no statement.
    private static let untitled = Discussion.Statement(
        title: "What was said in the chat",
        standfirst: nil,
        caption: nil,
        paragraphs: [],
        publisher: nil,
        sourceURL: nil
    )

    private static let tables = """
        CREATE TABLE entry (
            id            INTEGER PRIMARY KEY,      -- of the comment
            statement     INTEGER NOT NULL,
            key           TEXT NOT NULL,
            label         TEXT NOT NULL,
            parent        TEXT,
            parent_id     INTEGER,                  -- of the nearest one above that is published
            parent_key    TEXT,
            origin        TEXT NOT NULL,
            origin_id     TEXT NOT NULL DEFAULT '', -- stays empty: a comment is known by its key out there
            author        TEXT,
            is_pseudonym  INTEGER NOT NULL DEFAULT 0,
            passage       TEXT,
            paragraph     INTEGER,
            revision      INTEGER,
            body          TEXT NOT NULL DEFAULT '',
            written_at    INTEGER,
            day           TEXT,
            edited_at     INTEGER,
            removed_at    INTEGER,
            is_removed    INTEGER NOT NULL,
            reactions     TEXT,
            number        INTEGER,
            position      INTEGER,
            depth         INTEGER,
            replies       INTEGER NOT NULL DEFAULT 0,
            descendants   INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE skeleton (
            id         INTEGER PRIMARY KEY,
            parent_id  INTEGER,
            state      INTEGER NOT NULL             -- 0 not published, 1 published, 2 a place whose words were removed
        );
        """

    /// How all comments hang together, without their words: what is published hangs on the nearest published one above.
    private static let skeleton = """
        INSERT INTO skeleton (id, parent_id, state)
        SELECT c.id,
            coalesce(
                (SELECT p.id FROM bot.comment p WHERE p.room = c.room AND p.label = c.parent),
                (SELECT p.id FROM bot.comment p WHERE p.room IS NULL AND p.statement = c.statement AND p.label = c.parent)
            ),
            CASE WHEN c.removed_at IS NOT NULL THEN
                iif(c.room IS NULL OR \(Database.isSinceAnnouncement), 2, 0)
            WHEN c.room IS NULL THEN c.decision <> 2
            ELSE \(Database.mayBePublished) END
        FROM bot.comment c;
        """

    private static let words = """
        INSERT INTO entry (id, statement, key, label, parent, parent_id, origin, author, is_pseudonym, passage, revision,
            body, written_at, day, edited_at, removed_at, is_removed, reactions)
        SELECT c.id,
            coalesce(c.statement, r.statement, (SELECT max(id) FROM bot.statement), 0),
            iif(c.room IS NULL OR h.number = 1, '', 'r' || h.number || '-') || c.label,
            c.label, c.parent, s.parent_id, c.origin,
            CASE WHEN s.state = 2 THEN NULL WHEN c.room IS NULL OR o.choice = 'name' THEN c.author
            WHEN n.number IS NULL THEN NULL
            ELSE 'Person ' || n.number || iif(h.number = 1, '', ' of room ' || h.number) END,
            c.room IS NOT NULL AND o.choice IS NOT 'name',
            c.passage, c.revision, iif(s.state = 1, c.body, ''), c.written_at,
            strftime('%Y-%m-%d', c.written_at / 1000.0, 'unixepoch'),
            c.edited_at, c.removed_at, s.state = 2,
            (SELECT json_group_array(json_object('key', key, 'count', count)) FROM
                (SELECT a.key, count(DISTINCT a.author) AS count FROM bot.reaction a
                WHERE s.state = 1 AND a.room = c.room AND a.label = c.label GROUP BY a.key ORDER BY min(a.rowid)))
        FROM skeleton s JOIN bot.comment c ON c.id = s.id
        LEFT JOIN bot.room r ON r.id = c.room
        LEFT JOIN bot.published_room h ON h.room = c.room
        LEFT JOIN bot.publication_person o ON o.room = c.room AND o.author = c.author
        LEFT JOIN bot.pseudonym n ON n.room = c.room AND n.author = c.author
        WHERE s.state > 0;
        """
}

extension Database {
    /// The latest text of each statement.
    fileprivate func publishedTexts() throws -> [Int: Discussion.Statement] {
        let sql = """
            SELECT r.statement, r.number, r.digest, r.imported_at, r.body FROM bot.statement_revision r
            WHERE r.number = (SELECT max(number) FROM bot.statement_revision WHERE statement = r.statement)
            """
        let rows = try Row.fetchAll(self, sql: sql)
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                let text = try RowJSON.value(Discussion.Statement.self, from: row["body"])
                return (row["statement"], text.at(StatementRevision(row)))
            }
        )
    }

    fileprivate func hasUnattached() throws -> Bool {
        try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE statement = 0)") ?? false
    }

    /// Comments on passages of earlier texts stand beside the words that they were about, wherever these are now; beside
    /// nothing where they are gone.
    fileprivate func movePassages(to texts: [Int: Discussion.Statement]) throws {
        let sql = "SELECT DISTINCT statement, revision, passage FROM entry WHERE passage IS NOT NULL"
        for row in try Row.fetchAll(self, sql: sql) {
            let statement: Int = row["statement"]
            let passage = try PassageReference(parsing: row["passage"])
            let now = try texts[statement].flatMap { text in
                try place(of: passage, statement: statement, revision: row["revision"], in: text)
            }
            try run(
                """
                UPDATE entry SET passage = ?, paragraph = ?
                WHERE statement = ? AND passage = ? AND revision IS ?
                """,
                [
                    now?.description, now?.publishedParagraph, statement, row["passage"] as String,
                    row["revision"] as Int?,
                ]
            )
        }
    }

    private func place(
        of passage: PassageReference,
        statement: Int,
        revision: Int?,
        in text: Discussion.Statement
    ) throws -> PassageReference? {
        guard let revision, revision != text.revision?.number else { return passage }
        let sql = "SELECT body FROM bot.statement_revision WHERE statement = ? AND number = ?"
        guard let body = try Data.fetchOne(self, sql: sql, arguments: [statement, revision]) else {
            return passage
        }
        let former = try RowJSON.value(Discussion.Statement.self, from: body)
        guard let quotation = try? former.quotation(of: passage) else { return nil }
        return switch text.resolution(of: quotation) {
        case .exact: passage
        case .moved(let place): place
        case .gone: nil
        }
    }
}
