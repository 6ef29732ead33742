package import Discussion
internal import GRDB

extension Store {
    /// The latest text of a statement that is known, for what a source does not say: who published it, and where; nil
    /// where it is not known.
    ///
    /// - Parameter number: Which one it is; nil where its title tells.
    package func latestStatement(_ number: Int?, titled title: String) async throws -> Discussion.Statement? {
        try await database.read { db in
            let sql = """
                SELECT r.body FROM statement_revision r JOIN statement s ON s.id = r.statement
                WHERE CASE WHEN ?1 IS NULL THEN s.title = ?2 ELSE s.id = ?1 END
                ORDER BY s.id DESC, r.number DESC LIMIT 1
                """
            return try Row.fetchOne(db, sql: sql, arguments: [number, title]).map { row in
                try RowJSON.value(Discussion.Statement.self, from: row["body"])
            }
        }
    }

    /// A statement that is kept, as an import that changed nothing; nil where it is not known.
    ///
    /// - Parameters:
    ///   - address: Its address on the web, which counts more than its title.
    ///   - number: Which one it is; nil where title and address tell.
    package func knownStatement(titled title: String, at address: String?, number: Int?) async throws
        -> PageImport?
    {
        try await database.read { db in
            let id = try number.map(Int64.init) ?? db.knownStatement(titled: title, at: address)
            let sql =
                "SELECT statement, number FROM statement_revision WHERE statement = ? ORDER BY number DESC"
            return try Row.fetchOne(db, sql: sql, arguments: [id]).map { row in
                PageImport(
                    statement: row["statement"],
                    revision: row["number"],
                    isNew: false,
                    isChanged: false,
                    newComments: 0,
                    editedComments: 0,
                    missing: [],
                    removed: 0
                )
            }
        }
    }
}
