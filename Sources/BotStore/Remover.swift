internal import Discussion
internal import Foundation
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

/// Removes words wherever they are held, within one transaction: comments and their former words, the index, inputs and
/// messages that wait, values of plugins, and messages of ours that stand in rooms.
///
/// The place of a comment stays, so that the thread keeps its shape. What was removed is remembered, so that nothing
/// brings it back. ``finish()`` must be called at the end, where anything was removed.
struct Remover {
    let db: Database
    /// nil where it is being read: what was removed before is removed again.
    let list: RemovalList?
    let now: Date
    /// Messages of ours that hold removed words.
    var messages: Set<Int64> = []
    /// How many messages of ours were taken back; one that was edited is one.
    var withdrawn = 0
    private var entries: [RemovalEntry] = []
    private var hasExpired = false

    init(_ db: Database, list: RemovalList?, now: Date) {
        self.db = db
        self.list = list
        self.now = now
    }

    /// Removes the words of a comment with all its revisions, or one revision; both stay out from now on.
    ///
    /// Whoever may take words back in one room may not do so in another, so what stands there is left alone.
    ///
    /// - Parameter room: The home of the room.
    mutating func remove(_ event: EventID, room: Int64) throws {
        let found = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, room, origin_id, 1 AS is_whole FROM comment WHERE origin = 'chat' AND origin_id = ?1
                    UNION ALL
                    SELECT c.id, c.room, c.origin_id, 0 FROM revision r JOIN comment c ON c.id = r.comment
                    WHERE r.event_id = ?1 ORDER BY is_whole DESC LIMIT 1
                    """
            ),
            arguments: [event.rawValue]
        )
        if let found, found["room"] != room { return }
        try remember(.words(origin: "chat", id: event.rawValue))
        try db.run("DELETE FROM reaction WHERE event_id = ? AND room = ?", [event.rawValue, room])
        try forgetCopies(of: .event(event))
        try db.letBe(event)
        guard let found else { return }
        if found["is_whole"] { return try blank(found["id"]) }
        // A message that quotes the comment may quote this version of it.
        try forgetCopies(of: .event(EventID(found["origin_id"])))
        try db.forgetWords(of: found["id"])
        try db.run("DELETE FROM revision WHERE event_id = ?", [event.rawValue])
        try db.closeLedger(of: found["id"])
        try db.showLatestRevision(of: found["id"])
        try db.indexWords(of: found["id"])
    }

    /// Removes everything that a person has said, and our messages that repeat it.
    ///
    /// - Parameters:
    ///   - room: The home of the room; nil for every room.
    ///   - until: What they said before this, by the clock of their server, stays out whenever it comes.
    ///   - sequence: Inputs up to this number are theirs to take back, too; nil for all.
    ///   - instant: nil for whatever there is; else only what they said up to then.
    mutating func removeAll(
        by author: String,
        room: Int64?,
        until: Date,
        upTo sequence: Int64?,
        saidUntil instant: Date? = nil
    ) throws {
        let latest = instant?.milliseconds
        let ids = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM comment WHERE author = ?1 AND origin = 'chat' AND (?2 IS NULL OR room = ?2)
                    AND (?3 IS NULL OR written_at <= ?3)
                """,
            arguments: [author, room, latest]
        )
        for id in ids { try removeComment(id) }
        try db.run("DELETE FROM reaction WHERE author = ?1 AND (?2 IS NULL OR room = ?2)", [author, room])
        try db.run(
            "DELETE FROM schedule WHERE author = ?1 AND ended_at IS NOT NULL AND (?2 IS NULL OR room = ?2)",
            [author, room]
        )
        try db.run("DELETE FROM pseudonym WHERE author = ?1 AND (?2 IS NULL OR room = ?2)", [author, room])
        let rooms = "(?2 IS NULL OR room IN (SELECT id FROM room WHERE id = ?2 OR continues = ?2))"
        try db.run(
            """
            DELETE FROM inbox WHERE author = ?1 AND \(rooms) AND (?3 IS NULL OR seq < ?3) AND (?4 IS NULL OR at <= ?4)
            """,
            [author, room, sequence, latest]
        )
        try forgetAnswers(
            where: "author = ?1 AND \(rooms) AND (?3 IS NULL OR at <= ?3)",
            [author, room, latest]
        )
        try rememberPerson(author, room: room, until: until)
    }

    /// Lets go of a comment that is older than comments are kept: its words go from the archive. Nobody took them back,
    /// so what was said in rooms meanwhile stays there.
    mutating func expire(_ id: Int64) throws {
        let sql = "SELECT origin_id FROM comment WHERE id = ?"
        guard let event = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return }
        let before = messages
        try forgetCopies(of: .event(EventID(event)))
        try blank(id)
        messages = before
        hasExpired = true
    }

    /// Removes the words of one comment, of the chat or of a page.
    mutating func removeComment(_ id: Int64) throws {
        let sql = "SELECT origin, origin_id, statement, body FROM comment WHERE id = ? AND removed_at IS NULL"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return }
        let source = WordSource(
            origin: Comment.Origin(rawValue: row["origin"]) ?? .chat,
            id: row["origin_id"]
        )
        try remember(.words(origin: source.origin.rawValue, id: source.id))
        if source.origin == .page, let statement: Int64 = row["statement"] {
            let print = try db.print(of: row["body"])
            try remember(.print(statement: statement, print))
        }
        try forgetCopies(of: source)
        try blank(id)
    }

    /// Writes down what was removed, takes our messages back that held it, and asks for the bytes to be erased.
    ///
    /// - Returns: Whether anything was removed.
    mutating func finish() throws -> Bool {
        guard !entries.isEmpty || !messages.isEmpty || hasExpired else { return false }
        try withdrawMessages()
        try db.askForErasure(at: now)
        guard let list else { return true }
        let identity = try db.identity()
        // On the disk before it is committed here: see `RemovalList`.
        try list.append(entries, store: identity.store, after: identity.removals)
        try db.run("UPDATE identity SET removals = removals + ?", [entries.count])
        entries = []
        return true
    }

    /// Whether anything was removed, here or before, after the removals had been counted so far.
    func hasRemoved(since count: Int64) throws -> Bool {
        guard entries.isEmpty, messages.isEmpty else { return true }
        return try Int64.fetchOne(db.cachedStatement(sql: "SELECT removals FROM identity")) != count
    }

    mutating func remember(_ entry: RemovalEntry) throws {
        entries.append(entry)
        guard let key = entry.key else { return }
        try db.run(
            "INSERT INTO removed (origin, origin_id, at) VALUES (?, ?, ?) ON CONFLICT (origin, origin_id) DO NOTHING",
            [key.origin, key.id, now.milliseconds]
        )
    }

    mutating func rememberPerson(_ author: String, room: Int64?, until: Date) throws {
        let name = try room.flatMap(db.roomID)
        entries.append(.person(author, room: name?.rawValue, until: until.milliseconds))
        try db.run(
            """
            INSERT INTO forgotten (author, room, until) VALUES (?, ?, ?)
            ON CONFLICT (author, room) DO UPDATE SET until = max(until, excluded.until)
            """,
            [author, room ?? 0, until.milliseconds]
        )
    }

    /// The place stays; words, former words, author and reactions go.
    private mutating func blank(_ comment: Int64) throws {
        let events = try String.fetchAll(
            db.cachedStatement(sql: "SELECT event_id FROM revision WHERE comment = ?"),
            arguments: [comment]
        )
        for event in events { try forgetCopies(of: .event(EventID(event))) }
        try db.blank(comment, at: now)
    }

    /// What holds the words of a source goes: values of plugins, inputs that wait, and, at the end, messages.
    private mutating func forgetCopies(of source: WordSource) throws {
        let hash = source.stableHash
        try db.run(
            """
            DELETE FROM value WHERE (plugin, key) IN (SELECT plugin, key FROM value_source WHERE source = ?)
            """,
            [hash]
        )
        try db.run("DELETE FROM value_source WHERE source = ?", [hash])
        if source.origin == .chat {
            try db.run("DELETE FROM inbox WHERE source = ?1 OR waits_for = ?1", [source.id])
            try forgetAnswers(where: "cause = ?1", [hash])
        }
        messages.formUnion(
            try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT message FROM quoted WHERE source = ?"),
                arguments: [hash]
            )
        )
    }

    /// Answers that repeat what was typed go; of the others only what was typed.
    private mutating func forgetAnswers(where condition: String, _ arguments: StatementArguments) throws {
        let sql = "SELECT message FROM posted WHERE repeats = 1 AND \(condition)"
        messages.formUnion(try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments))
        try db.run("UPDATE posted SET input = NULL WHERE input IS NOT NULL AND \(condition)", arguments)
    }
}

extension RemovalEntry {
    /// How the table `removed` knows it.
    var key: (origin: String, id: String)? {
        switch self {
        case .words(let origin, let id): (origin, id)
        case .print(let statement, let print): ("print", "\(statement)/\(print)")
        case .person: nil
        }
    }
}

extension Database {
    /// Takes the words off a comment, and whatever hangs on them.
    func blank(_ comment: Int64, at now: Date) throws {
        try forgetWords(of: comment)
        try run("DELETE FROM revision WHERE comment = ?", [comment])
        try closeLedger(of: comment)
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

    /// A print of words that tells them again and tells nobody what they were: hashed with a secret of this database.
    func print(of words: String) throws -> String {
        let secret = try String.fetchOne(self, sql: "SELECT store FROM identity") ?? ""
        return WordPrint(words, secret: secret).text
    }
}
