package import Discussion
internal import GRDB

extension PublishedCopy {
    package func words(on statement: Int, from word: String, limit: Int) throws -> [PublishedWord] {
        guard limit > 0 else { return [] }
        try index(statement)
        return try database.read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT term, doc FROM vocabulary_\(statement) WHERE term >= ?"),
                arguments: [word]
            )
            var words: [PublishedWord] = []
            var positions: [Int] = []
            var current: String?
            while let row = try rows.next() {
                let term: String = row["term"]
                if term != current {
                    if let current { words.append(PublishedWord(word: current, positions: positions)) }
                    guard words.count < limit else { return words }
                    (current, positions) = (term, [])
                }
                positions.append(row["doc"])
            }
            if let current { words.append(PublishedWord(word: current, positions: positions)) }
            return words
        }
    }

    /// Makes the index of a statement's comments, when it is first asked for.
    private func index(_ statement: Int) throws {
        try database.write { db in
            guard try !db.tableExists("word_\(statement)") else { return }
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE word_\(statement) USING fts5 (
                        words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars ''''");
                    CREATE VIRTUAL TABLE vocabulary_\(statement) USING fts5vocab('word_\(statement)', 'instance');
                    """
            )
            let sql = "SELECT position, body FROM entry WHERE statement = ? AND NOT is_removed"
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [statement])
            while let row = try rows.next() {
                try db.run(
                    "INSERT INTO word_\(statement) (rowid, words) VALUES (?, ?)",
                    [row["position"] as Int, CommentQuery.indexed([row["body"]]).joined(separator: " ")]
                )
            }
        }
    }
}
