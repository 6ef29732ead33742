internal import Discussion
internal import GRDB

extension Store {
    /// Who published a statement that is known, and where, as it was last said; nil where it is not known.
    ///
    /// - Parameter number: Which one it is; nil where its title tells.
    package func origin(ofStatement number: Int?, titled title: String) async throws
        -> (publisher: String?, sourceURL: String?)?
    {
        try await database.read { db in
            let sql = """
                SELECT r.body FROM statement_revision r JOIN statement s ON s.id = r.statement
                WHERE CASE WHEN ?1 IS NULL THEN s.title = ?2 ELSE s.id = ?1 END
                ORDER BY s.id DESC, r.number DESC LIMIT 1
                """
            let row = try Row.fetchOne(db, sql: sql, arguments: [number, title])
            guard let row else { return nil }
            let statement = try RowJSON.value(Discussion.Statement.self, from: row["body"])
            return (statement.publisher, statement.sourceURL)
        }
    }
}
