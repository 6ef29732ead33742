internal import GRDB

extension Database {
    /// Gives each entry its place in the thread.
    func placeEntries() throws {
        try attachToPublished()
        try execute(sql: "CREATE INDEX entry_by_parent ON entry (parent_id)")
        // A place whose words were removed is kept for what stands below it.
        while try changes(
            """
            DELETE FROM entry WHERE is_removed
                AND NOT EXISTS (SELECT 1 FROM entry below WHERE below.parent_id = entry.id)
            """,
            []
        ) {}
        try execute(
            sql: """
                UPDATE entry SET number = n.number FROM
                    (SELECT id, row_number() OVER (PARTITION BY statement ORDER BY id) - 1 AS number FROM entry) n
                WHERE n.id = entry.id;
                UPDATE entry SET parent_key = above.key FROM entry above WHERE above.id = entry.parent_id;
                CREATE TABLE reading (place INTEGER PRIMARY KEY, id INTEGER NOT NULL, depth INTEGER NOT NULL);
                INSERT INTO reading (id, depth)
                WITH RECURSIVE walk (id, depth, number) AS (
                    SELECT id, 0, id FROM entry WHERE parent_id IS NULL
                    UNION ALL
                    SELECT e.id, walk.depth + 1, e.id FROM walk JOIN entry e ON e.parent_id = walk.id
                    ORDER BY 2 DESC, 3)  -- the deepest first: each is followed by what stands below it
                SELECT id, depth FROM walk;
                """
        )
        try numberReadingOrder()
        try execute(
            sql: """
                UPDATE entry SET replies = a.count FROM
                    (SELECT parent_id, count(*) AS count FROM entry WHERE parent_id IS NOT NULL GROUP BY 1) a
                WHERE a.parent_id = entry.id;
                CREATE UNIQUE INDEX entry_by_position ON entry (statement, position);
                CREATE UNIQUE INDEX entry_by_number ON entry (statement, number);
                CREATE UNIQUE INDEX entry_by_key ON entry (statement, key);
                CREATE INDEX entry_by_paragraph ON entry (statement, paragraph, number) WHERE paragraph IS NOT NULL;
                CREATE INDEX entry_by_day ON entry (statement, day, origin, number) WHERE day IS NOT NULL;
                DROP TABLE reading;
                DROP TABLE skeleton;
                """
        )
    }

    /// Hangs each entry on the nearest one above that is published and on the same statement.
    private func attachToPublished() throws {
        let above = try cachedStatement(
            sql: """
                SELECT s.parent_id, s.state, (SELECT statement FROM entry WHERE id = s.id) AS statement
                FROM skeleton s WHERE s.id = ?
                """
        )
        let astray = try Row.fetchCursor(
            self,
            sql: """
                SELECT e.id, e.parent_id, e.statement FROM entry e JOIN skeleton s ON s.id = e.parent_id
                LEFT JOIN entry p ON p.id = e.parent_id WHERE s.state = 0 OR p.statement <> e.statement
                """
        )
        var nearest: [(id: Int64, parent: Int64?)] = []
        while let row = try astray.next() {
            let statement: Int = row["statement"]
            var parent: Int64? = row["parent_id"]
            // A parent always has the smaller number, so that this ends.
            while let id = parent, let found = try Row.fetchOne(above, arguments: [id]) {
                guard found["state"] == 0 || found["statement"] != statement else { break }
                let next: Int64? = found["parent_id"]
                parent = next.flatMap { $0 < id ? $0 : nil }
            }
            nearest.append((row["id"], parent))
        }
        for (id, parent) in nearest { try run("UPDATE entry SET parent_id = ? WHERE id = ?", [parent, id]) }
        // Whatever a damaged database says: nothing stands below itself.
        try run("UPDATE entry SET parent_id = NULL WHERE parent_id >= id")
    }

    /// Positions from 0 within each statement, and how many stand below each, from the last to the first.
    private func numberReadingOrder() throws {
        try execute(
            sql: """
                UPDATE entry SET depth = n.depth, position = n.position FROM
                    (SELECT r.id, r.depth, row_number() OVER (PARTITION BY e.statement ORDER BY r.place) - 1 AS position
                    FROM reading r JOIN entry e ON e.id = r.id) n
                WHERE n.id = entry.id
                """
        )
        let rows = try Row.fetchCursor(self, sql: "SELECT id, depth FROM reading ORDER BY place DESC")
        var below: [Int: Int] = [:]
        while let row = try rows.next() {
            let depth: Int = row["depth"]
            let count = below.removeValue(forKey: depth + 1) ?? 0
            below[depth, default: 0] += count + 1
            if count > 0 {
                try run("UPDATE entry SET descendants = ? WHERE id = ?", [count, row["id"] as Int64])
            }
        }
    }
}
