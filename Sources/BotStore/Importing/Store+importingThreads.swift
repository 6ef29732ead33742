internal import Discussion
package import Foundation
internal import GRDB

extension Store {
    /// Takes in the comments of a statement that a source has put aside, some hundred in one write: the bot may be
    /// running. Wherever it is interrupted, what was kept is whole, and the same import goes on with the rest.
    ///
    /// A comment is known again by its id there, or, where it was kept before without one, by its words.
    ///
    /// - Parameters:
    ///   - statement: Its number.
    ///   - isComplete: Whether the source has all comments, so that one that it does not have was taken away there.
    ///   - progress: Called after each write with how many of the comments are done.
    /// - Throws: ``ImportError``, ``ThreadStage/StageError``.
    package func importThread(
        _ stage: inout ThreadStage,
        on statement: Int,
        isComplete: Bool,
        at now: Date,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> ThreadImport {
        try stage.flush()
        var result = ThreadImport()
        result.repeated = stage.repeated
        result.loops = try stage.order()
        var last: ThreadStage.Entry?
        var done = 0
        while true {
            let page = try stage.page(after: last)
            guard let next = page.last else { break }
            let before = result
            result = try await write(.flushed) { db in
                var importer = try ThreadImporter(db, statement: Int64(statement), now: now, before)
                for entry in page { try importer.take(entry) }
                return importer.result
            }
            last = next
            done += page.count
            progress(done)
        }
        if isComplete { try await findMissing(of: statement, in: stage, &result) }
        await bells.ring([.discussion])
        return result
    }

    private func findMissing(of statement: Int, in stage: ThreadStage, _ result: inout ThreadImport)
        async throws
    {
        let missing = try await database.read { [stage] db in
            let sql = """
                SELECT i.source, c.label FROM imported i JOIN comment c ON c.id = i.comment
                WHERE i.statement = ? AND c.removed_at IS NULL
                """
            var missing: (count: Int, first: [CommentLabel]) = (0, [])
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [statement])
            while let row = try rows.next() {
                guard try !stage.has(row["source"]) else { continue }
                missing.count += 1
                if missing.first.count < ThreadImport.mostMissing {
                    missing.first.append(CommentLabel(row["label"]))
                }
            }
            return missing
        }
        result.missing = Array((result.missing + missing.first).prefix(ThreadImport.mostMissing))
        result.missingCount += missing.count
    }
}

/// A few comments of an import, within one transaction.
private struct ThreadImporter {
    private struct Known {
        let row: Int64
        let label: String
        let body: String
        let isRemoved: Bool
    }

    let db: Database
    let statement: Int64
    let revision: Int?
    let now: Date
    var result: ThreadImport

    init(_ db: Database, statement: Int64, now: Date, _ result: ThreadImport) throws {
        self.db = db
        self.statement = statement
        self.now = now
        self.result = result
        revision = try Int.fetchOne(
            db,
            sql: "SELECT max(number) FROM statement_revision WHERE statement = ?",
            arguments: [statement]
        )
    }

    mutating func take(_ entry: ThreadStage.Entry) throws {
        if let known = try known(by: entry.id) { return try compare(entry, with: known) }
        if let known = try withoutID(words: entry.body) {
            try link(entry.id, to: known)
            result.unchanged += 1
            return
        }
        guard try !isRemoved(entry) else {
            result.removed += 1
            return
        }
        let parent = try entry.parent.flatMap(known(by:))
        if entry.parent != nil, parent == nil { result.orphans += 1 }
        try insert(entry, below: parent)
        result.new += 1
    }

    private mutating func compare(_ entry: ThreadStage.Entry, with known: Known) throws {
        guard !known.isRemoved else {
            // A place without words that came without words is as it was.
            if entry.body.isEmpty { result.unchanged += 1 } else { result.removed += 1 }
            return
        }
        guard known.body != entry.body else {
            result.unchanged += 1
            return
        }
        guard !entry.body.isEmpty else {
            result.missingCount += 1
            if result.missing.count < ThreadImport.mostMissing {
                result.missing.append(CommentLabel(known.label))
            }
            return
        }
        try db.forgetWords(of: known.row)
        try db.run(
            "UPDATE comment SET body = ?, edited_at = ? WHERE id = ?",
            [entry.body, now.milliseconds, known.row]
        )
        try db.indexWords(of: known.row)
        result.edited += 1
    }

    private func known(by source: String) throws -> Known? {
        let sql = """
            SELECT c.id, c.label, c.body, c.removed_at FROM imported i JOIN comment c ON c.id = i.comment
            WHERE i.statement = ? AND i.source = ?
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [statement, source]).map { row in
            Known(
                row: row["id"],
                label: row["label"],
                body: row["body"],
                isRemoved: (row["removed_at"] as Int64?) != nil
            )
        }
    }

    /// A comment of a page that was read before without ids.
    private func withoutID(words: String) throws -> Int64? {
        guard !words.isEmpty else { return nil }
        let sql = """
            SELECT id FROM comment WHERE room IS NULL AND statement = ?1 AND has_id = 0 AND length(body) = length(?2)
                AND body = ?2 ORDER BY id LIMIT 1
            """
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [statement, words])
    }

    private func remember(_ source: String, as comment: Int64) throws {
        try db.run(
            "INSERT INTO imported (statement, source, comment) VALUES (?, ?, ?)",
            [statement, source, comment]
        )
    }

    private func link(_ source: String, to comment: Int64) throws {
        try remember(source, as: comment)
        try db.run("UPDATE comment SET has_id = 1 WHERE id = ?", [comment])
    }

    /// Whether these words, or all of their author's, were removed here.
    private func isRemoved(_ entry: ThreadStage.Entry) throws -> Bool {
        guard !entry.body.isEmpty else { return false }
        if try db.isRemoved(.print(statement: statement, try db.print(of: entry.body))) { return true }
        let sql = "SELECT EXISTS (SELECT 1 FROM forgotten WHERE author = ? AND room = 0 AND until >= ?)"
        let arguments: StatementArguments = [entry.author, entry.writtenAt ?? 0]
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? false
    }

    private func insert(_ entry: ThreadStage.Entry, below parent: Known?) throws {
        let label = try db.nextLabel(on: statement, below: parent?.label)
        let isPlace = entry.body.isEmpty
        // Somebody else's file may name any: one that is no address is none.
        let passage = entry.passage.flatMap { try? PassageReference(parsing: $0) }
        try db.run(
            """
            INSERT INTO comment (statement, revision, label, parent, passage, origin, origin_id, author, body,
                written_at, edited_at, removed_at, has_id)
            VALUES (?, ?, ?, ?, ?, 'page', ?, ?, ?, ?, ?, ?, 1)
            """,
            [
                statement, revision, label, parent?.label, passage?.description, "\(statement)/\(label)",
                isPlace ? nil : entry.author, entry.body, entry.writtenAt,
                entry.isEdited && !isPlace ? entry.writtenAt ?? now.milliseconds : nil,
                isPlace ? now.milliseconds : nil,
            ]
        )
        let row = db.lastInsertedRowID
        if !isPlace { try db.indexWords(of: row) }
        try remember(entry.id, as: row)
    }
}

extension Database {
    /// Labels deeper than this are numbered among their ancestor's: where a comment stands is told by its parent.
    private static let deepestLabel = 10

    /// The label of the next comment below another; one that was never given.
    fileprivate func nextLabel(on statement: Int64, below parent: String?) throws -> String {
        guard let parent else {
            return try free(on: statement, prefix: "") {
                try Int.fetchOne(
                    self.cachedStatement(
                        sql:
                            "UPDATE statement SET last_comment = last_comment + 1 WHERE id = ? RETURNING last_comment"
                    ),
                    arguments: [statement]
                )
            }
        }
        let base = parent.split(separator: ".").prefix(Self.deepestLabel - 1).joined(separator: ".")
        return try free(on: statement, prefix: base + ".") {
            try Int.fetchOne(
                self.cachedStatement(
                    sql: """
                        UPDATE comment SET last_answer = last_answer + 1
                        WHERE room IS NULL AND statement = ? AND label = ? RETURNING last_answer
                        """
                ),
                arguments: [statement, base]
            )
        }
    }

    /// The first label that nobody has. Pages give labels, too.
    private func free(on statement: Int64, prefix: String, next: () throws -> Int?) throws -> String {
        let taken = try cachedStatement(
            sql:
                "SELECT EXISTS (SELECT 1 FROM comment WHERE room IS NULL AND statement = ? AND label = ?)"
        )
        while let number = try next() {
            let label = "\(prefix)\(number)"
            if try Bool.fetchOne(taken, arguments: [statement, label]) == false { return label }
        }
        throw ImportError.noStatement(number: Int(statement), count: 0)
    }
}
