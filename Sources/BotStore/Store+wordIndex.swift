internal import Discussion
internal import GRDB

// The index by which comments are found by their words: folded, each with the place of its comment as one word more, so
// that a room is found in the index itself and not by looking at every hit. It keeps no text.
extension Database {
    /// Adds the words of a comment.
    func indexWords(of comment: Int64) throws {
        guard let entry = try wordEntry(of: comment) else { return }
        try run("INSERT INTO comment_word (rowid, words) VALUES (?, ?)", [comment, entry])
    }

    /// Takes them out again, while the comment still has them: the index is told what to forget.
    func forgetWords(of comment: Int64) throws {
        guard let entry = try wordEntry(of: comment) else { return }
        try run(
            "INSERT INTO comment_word (comment_word, rowid, words) VALUES ('delete', ?, ?)",
            [comment, entry]
        )
    }

    /// Makes the index anew from the comments.
    func rebuildWordIndex() throws {
        try execute(sql: "INSERT INTO comment_word (comment_word) VALUES ('delete-all')")
        let ids = try Int64.fetchCursor(self, sql: "SELECT id FROM comment WHERE removed_at IS NULL")
        while let id = try ids.next() { try indexWords(of: id) }
    }

    /// What the index holds of a comment; nil where its words were removed.
    private func wordEntry(of comment: Int64) throws -> String? {
        let sql = "SELECT room, statement, body FROM comment WHERE id = ? AND removed_at IS NULL"
        return try Row.fetchOne(cachedStatement(sql: sql), arguments: [comment]).map { row in
            let place = WordPlace(room: row["room"], statement: row["statement"])
            let words = CommentQuery.indexed([row["body"]])
            return ([place.token] + words).joined(separator: " ")
        }
    }

    /// The ids of comments that have the words of a query, in the order of the query.
    ///
    /// - Parameter places: Where they may stand.
    func comments(matching query: CommentQuery, in places: [WordPlace]) throws -> [Int64] {
        guard !query.words.isEmpty, query.limit > 0 else { return [] }
        let exact = try found(query, in: places, asBeginnings: false)
        let isLong = query.words.contains { $0.unicodeScalars.count >= CommentQuery.shortestBeginning }
        // Longer words are gathered from all that begin alike, which costs more: only where there is room left.
        guard exact.count < query.limit, isLong else { return exact }
        let known = Set(exact)
        let longer = try found(query, in: places, asBeginnings: true).filter { !known.contains($0) }
        let all = exact + longer
        return Array((query.order == .newestFirst ? all.sorted(by: >) : all.sorted()).prefix(query.limit))
    }

    private func found(_ query: CommentQuery, in places: [WordPlace], asBeginnings: Bool) throws -> [Int64] {
        let words = query.words.map { word in
            let isLong = word.unicodeScalars.count >= CommentQuery.shortestBeginning
            return Self.quoted(word) + (asBeginnings && isLong ? "*" : "")
        }
        let place = places.map { Self.quoted($0.token) }.joined(separator: " OR ")
        let expression = "(\(place)) AND (\(words.joined(separator: query.needsAll ? " AND " : " OR ")))"
        let direction = query.order == .newestFirst ? "DESC" : "ASC"
        let sql =
            "SELECT rowid FROM comment_word WHERE comment_word MATCH ? ORDER BY rowid \(direction) LIMIT ?"
        return try Int64.fetchAll(cachedStatement(sql: sql), arguments: [expression, query.limit])
    }

    /// A word that means nothing but itself in an expression of the index.
    private static func quoted(_ word: String) -> String {
        "\"\(word.replacing("\"", with: "\"\""))\""
    }
}

/// Where a comment stands, as a word of the index: no text has it, since its first sign is no letter.
struct WordPlace {
    /// nil for comments of a page.
    let room: Int64?
    /// nil for comments that were made before there was a statement.
    let statement: Int64?

    var token: String { "¶\(room.map(String.init) ?? "")¶\(statement.map(String.init) ?? "")" }
}
