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
        let place = places.map { Self.quoted($0.token) }.joined(separator: " OR ")
        let most = Self.mostAlternatives / query.words.count
        let words = try query.words.map { try alternatives(to: $0, atMost: most) }
            .joined(separator: query.needsAll ? " AND " : " OR ")
        let direction = query.order == .newestFirst ? "DESC" : "ASC"
        let sql =
            "SELECT rowid FROM comment_word WHERE comment_word MATCH ? ORDER BY rowid \(direction) LIMIT ?"
        return try Int64.fetchAll(
            cachedStatement(sql: sql),
            arguments: ["(\(place)) AND (\(words))", query.limit]
        )
    }

    /// All words of a query together stand for at most so many words of the index.
    private static let mostAlternatives = 512

    /// A word and the longer ones that begin with it, as an expression.
    ///
    /// The words themselves, since the index hands out their comments one by one: of a beginning it gathers all before
    /// the first, which takes forty times as long with a million comments.
    private func alternatives(to word: String, atMost most: Int) throws -> String {
        guard word.unicodeScalars.count >= CommentQuery.shortestBeginning else { return Self.quoted(word) }
        let words = try indexedWords(beginningWith: word, atMost: most + 1)
        guard words.count <= most else { return Self.quoted(word) + "*" }
        guard !words.isEmpty else { return Self.quoted(word) }
        return "(\(words.map(Self.quoted).joined(separator: " OR ")))"
    }

    /// The first words of the index with a beginning, in order.
    ///
    /// One look at the index for each: where a word ends, the next is looked for, over all its comments.
    private func indexedWords(beginningWith beginning: String, atMost most: Int) throws -> [String] {
        let next = try cachedStatement(sql: "SELECT term FROM comment_vocabulary WHERE term >= ? LIMIT 1")
        var words: [String] = []
        var bound = beginning
        while words.count < most, let word = try String.fetchOne(next, arguments: [bound]),
            word.unicodeScalars.starts(with: beginning.unicodeScalars)
        {
            words.append(word)
            bound = word + "\u{1}"  // No word has a control character.
        }
        return words
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
