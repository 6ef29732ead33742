package import Discussion
package import Foundation
internal import GRDB

/// What an import made of a page.
package struct PageImport: Hashable, Sendable {
    /// The statement's number in the list of statements.
    package let statement: Int
    /// The number of its revision.
    package let revision: Int
    /// Whether the statement was not known before.
    package let isNew: Bool
    /// Whether its text was changed, so that this is another revision than before.
    package let isChanged: Bool
    package let newComments: Int
    package let editedComments: Int
    /// Comments that the page no longer has. They stay until somebody removes them.
    package let missing: [CommentLabel]
    /// Comments of the page that were removed here, and stay away.
    package let removed: Int
}

/// Why a page is not imported. Nothing is changed then.
package enum ImportError: Error, Hashable, CustomStringConvertible {
    case noParagraphs(title: String, before: Int)
    case noStatement(number: Int, count: Int)

    package var description: String {
        switch self {
        case .noParagraphs(let title, let before):
            "\"\(title)\" has a title and no paragraph; the revision before has \(before). Nothing was changed: look "
                + "whether the file is whole."
        case .noStatement(let number, let count):
            "There is no statement \(number); there \(count == 1 ? "is 1" : "are \(count)"). Nothing was changed."
        }
    }
}

extension Store {
    /// Takes in a statement and the comments below it. The same file again changes nothing; a changed text of a known
    /// statement is a new revision of it, and its comments are compared with those that are known.
    ///
    /// A statement is known by its address on the web, or else by its title.
    ///
    /// - Parameters:
    ///   - digest: The same for the same file, and for no other.
    ///   - number: The statement that this is a revision of, where its title and address do not tell; nil otherwise.
    /// - Throws: ``ImportError``.
    @discardableResult
    package func importPage(
        _ statement: Discussion.Statement,
        comments: [Comment],
        digest: String,
        revising number: Int? = nil,
        at now: Date
    ) async throws -> PageImport {
        let result = try await write(.flushed) { db in
            try PageImporter(db: db, statement: statement, digest: digest, now: now)
                .run(comments, revising: number.map(Int64.init))
        }
        await shelf.empty()
        await bells.ring([.discussion])
        return result
    }
}

extension Discussion.Statement {
    /// Whether both say the same, whoever published them.
    fileprivate func hasSameText(as other: Discussion.Statement) -> Bool {
        title == other.title && standfirst == other.standfirst && caption == other.caption
            && paragraphs == other.paragraphs
    }
}

/// One import, within one transaction.
private struct PageImporter {
    let db: Database
    let statement: Discussion.Statement
    let digest: String
    let now: Date

    func run(_ comments: [Comment], revising number: Int64?) throws -> PageImport {
        guard
            let id = try number.map(checked)
                ?? db.knownStatement(titled: statement.title, at: statement.sourceURL)
        else { return try begin(comments) }
        guard let latest = try db.latestRevision(of: id) else { return try begin(comments) }
        let lastDigest = try String.fetchOne(
            db,
            sql: "SELECT digest FROM statement WHERE id = ?",
            arguments: [id]
        )
        guard lastDigest != digest || latest.statement != statement else {
            return result(id, latest.number, isNew: false, isChanged: false, merge: nil)
        }
        let isChanged = !latest.statement.hasSameText(as: statement)
        if isChanged {
            guard !statement.paragraphs.isEmpty || latest.statement.paragraphs.isEmpty else {
                throw ImportError.noParagraphs(
                    title: statement.title,
                    before: latest.statement.paragraphs.count
                )
            }
            try insert(revision: latest.number + 1, of: id)
        } else {
            // Who published it where is no part of the text.
            try db.run(
                "UPDATE statement_revision SET body = ? WHERE statement = ? AND number = ?",
                [try RowJSON.data(statement), id, latest.number]
            )
        }
        try db.run(
            "UPDATE statement SET title = ?, source_url = ?, digest = ? WHERE id = ?",
            [statement.title, statement.sourceURL, digest, id]
        )
        let revision = isChanged ? latest.number + 1 : latest.number
        let merge = comments.isEmpty ? nil : try merge(comments, into: id, revision: revision)
        return result(id, revision, isNew: false, isChanged: isChanged, merge: merge)
    }

    private func checked(_ number: Int64) throws -> Int64 {
        let sql = "SELECT id FROM statement WHERE id = ?"
        if let id = try Int64.fetchOne(db, sql: sql, arguments: [number]) { return id }
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM statement") ?? 0
        throw ImportError.noStatement(number: Int(number), count: count)
    }

    private func begin(_ comments: [Comment]) throws -> PageImport {
        try db.run(
            "INSERT INTO statement (title, source_url, digest) VALUES (?, ?, ?)",
            [statement.title, statement.sourceURL, digest]
        )
        let id = db.lastInsertedRowID
        try insert(revision: 1, of: id)
        let merge = try merge(comments, into: id, revision: 1)
        return result(id, 1, isNew: true, isChanged: true, merge: merge)
    }

    private func insert(revision: Int, of id: Int64) throws {
        try db.run(
            """
            INSERT INTO statement_revision (statement, number, digest, body, imported_at) VALUES (?, ?, ?, ?, ?)
            """,
            [id, revision, digest, try RowJSON.data(statement), now.milliseconds]
        )
    }

    private func merge(_ comments: [Comment], into id: Int64, revision: Int) throws -> PageMerge {
        let known = try Row.fetchAll(
            db,
            sql: "SELECT label, parent, body FROM comment WHERE room IS NULL AND statement = ? ORDER BY id",
            arguments: [id]
        ).map { row in
            PageMerge.Known(
                label: CommentLabel(row["label"]),
                parent: (row["parent"] as String?).map { CommentLabel($0) },
                text: row["body"]
            )
        }
        let merge = try PageMerge(comments, known: known) { words in
            try db.isRemoved(.print(statement: id, try db.print(of: words)))
        }
        for placed in merge.new { try insert(placed, of: id, revision: revision) }
        for placed in merge.edited { try edit(placed, of: id) }
        return merge
    }

    private func insert(_ placed: PageMerge.Placed, of id: Int64, revision: Int) throws {
        let comment = placed.comment
        try db.run(
            """
            INSERT INTO comment
                (statement, revision, label, parent, passage, origin, origin_id, author, body, written_at)
            VALUES (?, ?, ?, ?, ?, 'page', ?, ?, ?, ?) ON CONFLICT (origin, origin_id) DO NOTHING
            """,
            [
                id, revision, placed.label.rawValue, placed.parent?.rawValue, comment.passage?.description,
                "\(id)/\(placed.label.rawValue)", comment.author, comment.words,
                comment.writtenAt?.milliseconds,
            ]
        )
        if db.changesCount > 0 { try db.indexWords(of: db.lastInsertedRowID) }
    }

    private func edit(_ placed: PageMerge.Placed, of id: Int64) throws {
        let sql = "SELECT id FROM comment WHERE room IS NULL AND statement = ? AND label = ?"
        guard let row = try Int64.fetchOne(db, sql: sql, arguments: [id, placed.label.rawValue]) else {
            return
        }
        try db.forgetWords(of: row)
        try db.run(
            "UPDATE comment SET body = ?, edited_at = ? WHERE id = ?",
            [placed.comment.words, now.milliseconds, row]
        )
        try db.indexWords(of: row)
    }

    private func result(
        _ id: Int64,
        _ revision: Int,
        isNew: Bool,
        isChanged: Bool,
        merge: PageMerge?
    ) -> PageImport {
        PageImport(
            statement: Int(id),
            revision: revision,
            isNew: isNew,
            isChanged: isChanged,
            newComments: merge?.new.count ?? 0,
            editedComments: merge?.edited.count ?? 0,
            missing: merge?.missing ?? [],
            removed: merge?.removed ?? 0
        )
    }
}

extension Database {
    /// The latest statement with this address or title.
    func knownStatement(titled title: String, at address: String?) throws -> Int64? {
        let sql = """
            SELECT id FROM statement WHERE source_url = ?1 OR title = ?2 AND (source_url IS NULL OR ?1 IS NULL)
            ORDER BY source_url IS ?1 DESC, id DESC LIMIT 1
            """
        return try Int64.fetchOne(self, sql: sql, arguments: [address, title])
    }

    /// The text of a statement as it is now.
    fileprivate func latestRevision(of id: Int64) throws -> (number: Int, statement: Discussion.Statement)? {
        let sql =
            "SELECT number, body FROM statement_revision WHERE statement = ? ORDER BY number DESC LIMIT 1"
        return try Row.fetchOne(self, sql: sql, arguments: [id]).map { row in
            (row["number"], try RowJSON.value(Discussion.Statement.self, from: row["body"]))
        }
    }

    func isRemoved(_ entry: RemovalEntry) throws -> Bool {
        guard let key = entry.key else { return false }
        let sql = "SELECT EXISTS (SELECT 1 FROM removed WHERE origin = ? AND origin_id = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [key.origin, key.id]) ?? false
    }
}
