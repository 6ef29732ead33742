internal import GRDB

/// In which order staged comments are kept: by time, and each after what it answers, however they came.
extension ThreadStage {
    /// Gives each comment its turn.
    ///
    /// - Returns: How many comments stand at the top now, having answered themselves, over others or directly.
    /// - Throws: ``StageError``.
    func order() throws -> Int {
        do {
            return try database.write { db in
                var loops = 0
                try db.run("UPDATE staged SET level = NULL, turn = NULL")
                try db.setTops()
                try db.setLevels()
                while let first = try db.firstInLoop() {
                    loops += 1
                    try db.run("UPDATE staged SET parent = NULL, level = 0 WHERE seq = ?", [first])
                    try db.setLevels()
                }
                try db.setTurns()
                return loops
            }
        } catch let error as DatabaseError {
            throw StageError(reason: error.reason)
        }
    }

    /// The next comments in order, after a turn.
    func page(after last: Entry?) throws -> [Entry] {
        try database.read { db in
            let sql = """
                SELECT * FROM staged WHERE (turn, level, seq) > (?, ?, ?) ORDER BY turn, level, seq LIMIT ?
                """
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: sql),
                arguments: [last?.turn ?? .min, last?.level ?? 0, last?.seq ?? 0, Self.pageSize]
            )
            return rows.map(Entry.init)
        }
    }

    /// A comment whose turn is known.
    struct Entry: Sendable {
        let seq: Int64
        let turn: Int64
        let level: Int64
        let id: String
        let parent: String?
        let author: String?
        let body: String
        /// In milliseconds.
        let writtenAt: Int64?
        let passage: String?
        let isEdited: Bool

        fileprivate init(_ row: Row) {
            seq = row["seq"]
            turn = row["turn"]
            level = row["level"]
            id = row["id"]
            parent = row["parent"]
            author = row["author"]
            body = row["body"]
            writtenAt = row["written_at"]
            passage = row["passage"]
            isEdited = row["is_edited"]
        }
    }

    /// Whether a comment is among them.
    func has(_ id: String) throws -> Bool {
        try database.read { db in
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM staged WHERE id = ?)"),
                arguments: [id]
            ) ?? false
        }
    }
}

extension Database {
    fileprivate func count(_ condition: String) throws -> Int {
        try Int.fetchOne(self, sql: "SELECT count(*) FROM staged WHERE \(condition)") ?? 0
    }

    fileprivate func setTops() throws {
        try run(
            """
            UPDATE staged SET level = 0
            WHERE parent IS NULL OR NOT EXISTS (SELECT 1 FROM staged above WHERE above.id = staged.parent)
            """
        )
    }

    /// Of what stands below the top, and below that, until nothing does that has no level yet.
    fileprivate func setLevels() throws {
        var level = 0
        while try changes(
            """
            UPDATE staged SET level = ?1 + 1 WHERE seq IN
                (SELECT below.seq FROM staged above JOIN staged below ON below.parent = above.id
                WHERE above.level = ?1 AND below.level IS NULL)
            """,
            [level]
        ) {
            level += 1
        }
    }

    /// The earliest comment of a loop; nil where there is none.
    fileprivate func firstInLoop() throws -> Int64? {
        let above = try cachedStatement(
            sql: """
                SELECT above.seq FROM staged below JOIN staged above ON above.id = below.parent WHERE below.seq = ?
                """
        )
        let sql = "SELECT seq FROM staged WHERE level IS NULL LIMIT 1"
        guard var seq = try Int64.fetchOne(self, sql: sql) else { return nil }
        // From any comment without a level the way up ends in a loop.
        var path: [Int64] = []
        var places: [Int64: Int] = [:]
        while places[seq] == nil {
            places[seq] = path.count
            path.append(seq)
            guard let next = try Int64.fetchOne(above, arguments: [seq]) else { return seq }
            seq = next
        }
        return path[(places[seq] ?? 0)...].min()
    }

    /// By time, where all have one; else as they came. Never before what is answered.
    fileprivate func setTurns() throws {
        let isDated = try count("written_at IS NULL") == 0
        let own = isDated ? "written_at" : "seq"
        try run("UPDATE staged SET turn = \(own) WHERE level = 0")
        var level = 0
        while try changes(
            """
            UPDATE staged SET turn = max(\(own), (SELECT above.turn FROM staged above WHERE above.id = staged.parent))
            WHERE level = ?
            """,
            [level + 1]
        ) {
            level += 1
        }
        try run("CREATE INDEX IF NOT EXISTS staged_by_turn ON staged (turn, level, seq)")
    }
}
