internal import Discussion
package import Foundation
internal import GRDB
internal import Networking

// The ledger of what was published. Rows are only added; what is taken back loses its salt, and the chain stays whole.
extension Store {
    /// Brings the ledger up to what may be published: what is new is added, and of what is gone, or has other words, the
    /// salt is destroyed.
    ///
    /// - Returns: How many entries were added.
    package func appendToLedger(_ copy: PublishedCopy, at now: Date) async throws -> Int {
        var added = try await write(.flushed) { db in
            var writer = try LedgerWriter(db, at: now)
            for statement in try copy.statements() where statement.number > 0 {
                try writer.take(statement.statement, number: statement.number)
            }
            try writer.destroySalts(of: copy)
            return writer.added
        }
        for statement in try copy.statements() {
            var from = 0
            while true {
                let page = try copy.rows(on: statement.number, from: from, limit: ThreadStage.pageSize)
                guard !page.isEmpty else { break }
                from += page.count
                added += try await write(.flushed) { db in
                    var writer = try LedgerWriter(db, at: now)
                    for (row, comment) in page where !comment.comment.isRemoved {
                        try writer.take(comment, row: row, on: statement.number)
                    }
                    return writer.added
                }
            }
        }
        return added
    }

    /// Writes the ledger as JSON Lines: the key, the entries, each opened where its words may be published, and the
    /// signed head. ``appendToLedger(_:at:)`` comes before it.
    ///
    /// - Parameter sink: Takes one line after another, without a line feed.
    package func writeLedger(
        _ copy: PublishedCopy,
        at now: Date,
        to sink: @escaping @Sendable (String) throws -> Void
    ) async throws {
        let key = try await write(.flushed) { try $0.signingKey() }
        try await database.read { db in
            try sink(try RowJSON.text(LedgerLine.Beginning(key: Data(key.publicKey).base64EncodedString())))
            var (count, link) = (0, LedgerChain.start)
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY seq")
            while let row = try rows.next() {
                count = row["seq"]
                link = Array(row["hash"] as Data)
                try sink(
                    try RowJSON.text(try LedgerLine.Entry(row, words: db.ledgerWords(of: row, in: copy)))
                )
            }
            let instant = now.milliseconds
            let signature = try key.signature(
                of: LedgerChain.head(count: count, link: link, instant: instant)
            )
            try sink(
                try RowJSON.text(
                    LedgerLine.Head(count: count, hash: link.hexadecimal, at: instant, signature: signature)
                )
            )
        }
    }
}

/// Adds to the ledger, within one transaction.
private struct LedgerWriter {
    let db: Database
    let now: Int64
    private(set) var added = 0
    private var count: Int
    private var link: [UInt8]

    init(_ db: Database, at now: Date) throws {
        self.db = db
        let last = try Row.fetchOne(db, sql: "SELECT seq, at, hash FROM ledger ORDER BY seq DESC LIMIT 1")
        // A clock that was set back does not make an entry older than the one before it.
        self.now = max(now.milliseconds, last?["at"] ?? .min)
        count = last?["seq"] ?? 0
        link = last.map { Array($0["hash"] as Data) } ?? LedgerChain.start
    }

    mutating func take(_ comment: PublishedComment, row: Int64, on statement: Int) throws {
        let text = try LedgerEntry(comment, on: statement).text
        let sql = "SELECT salt, commitment FROM ledger WHERE comment = ? AND salt IS NOT NULL"
        let open = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [row])
        if open.contains(where: { Self.opens($0, to: text) }) { return }
        try db.closeLedger(of: row)
        try append(text, comment: row, revision: nil)
    }

    mutating func take(_ statement: Discussion.Statement, number: Int) throws {
        let sql = "SELECT id FROM statement_revision WHERE statement = ? AND number = ?"
        let revision = statement.revision?.number
        guard let row = try Int64.fetchOne(db, sql: sql, arguments: [number, revision]) else { return }
        let known = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM ledger WHERE revision = ?)",
            arguments: [row]
        )
        if known == true { return }
        try append(try LedgerEntry(statement, number: number).text, comment: nil, revision: row)
    }

    /// What is not published any more cannot be opened any more.
    func destroySalts(of copy: PublishedCopy) throws {
        let sql = "SELECT seq, comment FROM ledger WHERE salt IS NOT NULL AND comment IS NOT NULL"
        let rows = try Row.fetchCursor(db, sql: sql)
        var gone: [Int64] = []
        while let row = try rows.next() {
            if try !copy.hasWords(ofRow: row["comment"]) { gone.append(row["seq"]) }
        }
        for seq in gone { try db.run("UPDATE ledger SET salt = NULL WHERE seq = ?", [seq]) }
        if !gone.isEmpty { try db.askForErasure(at: Date(milliseconds: now)) }
    }

    private static func opens(_ row: Row, to text: String) -> Bool {
        LedgerChain.commitment(to: text, salt: Array(row["salt"] as Data)) == Array(row["commitment"] as Data)
    }

    private mutating func append(_ text: String, comment: Int64?, revision: Int64?) throws {
        let salt = LedgerChain.salt()
        let commitment = LedgerChain.commitment(to: text, salt: salt)
        count += 1
        link = LedgerChain.link(after: link, number: count, instant: now, commitment: commitment)
        try db.run(
            "INSERT INTO ledger (seq, comment, revision, at, commitment, hash, salt) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [count, comment, revision, now, Data(commitment), Data(link), Data(salt)]
        )
        added += 1
    }
}

extension Database {
    /// Destroys the salts of a comment's entries: what was committed to can no longer be known, nor tried out.
    func closeLedger(of comment: Int64) throws {
        try run("UPDATE ledger SET salt = NULL WHERE comment = ? AND salt IS NOT NULL", [comment])
    }

    /// The key of this archive, made when it is first needed. It is in backups, too: without it nobody can go on.
    fileprivate func signingKey() throws -> SigningKey {
        if let seed = try Data.fetchOne(
            self,
            sql: "SELECT ledger_key FROM identity WHERE ledger_key IS NOT NULL"
        ) {
            return try SigningKey(seed: Array(seed))
        }
        let key = try SigningKey.random()
        try run("UPDATE identity SET ledger_key = ?", [Data(key.seed)])
        return key
    }

    /// The text of an entry that is open; nil where it is not.
    fileprivate func ledgerWords(of row: Row, in copy: PublishedCopy) throws -> String? {
        guard row["salt"] != nil as Data? else { return nil }
        if let comment: Int64 = row["comment"] { return try copy.ledgerEntry(ofRow: comment)?.text }
        guard let revision: Int64 = row["revision"] else { return nil }
        let sql = "SELECT * FROM statement_revision WHERE id = ?"
        guard let found = try Row.fetchOne(self, sql: sql, arguments: [revision]) else { return nil }
        let text = try RowJSON.value(Discussion.Statement.self, from: found["body"]).at(
            StatementRevision(found)
        )
        return try LedgerEntry(text, number: found["statement"]).text
    }
}
