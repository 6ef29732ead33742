internal import Discussion
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

// What is held of a person, in numbers.
extension Database {
    /// - Parameter room: The home of the room; nil for every room, and for pages.
    func plan(for author: String, room: Int64?) throws -> ForgettingPlan {
        let counts: [(WritableKeyPath<ForgettingPlan.Counts, Int>, String)] = [
            (\.comments, Self.counting("comment", where: "origin = 'chat' AND removed_at IS NULL")),
            (\.reactions, Self.counting("reaction", where: "1")),
            (\.inputs, Self.counting("inbox", where: "1")),
        ]
        var parts: [Int64: ForgettingPlan.Part] = [:]
        for (field, sql) in counts {
            for row in try Row.fetchAll(self, sql: sql, arguments: [author, room]) {
                let part = ForgettingPlan.Part(place: .room(RoomID(row["room_id"])))
                parts[row["home"], default: part].counts[keyPath: field] = row["count"]
            }
        }
        let pages = room == nil ? try pages(of: author) : []
        let sources = try sources(
            where: "c.author = ?1 AND (?2 IS NULL OR c.room = ?2) AND c.removed_at IS NULL",
            [author, room]
        )
        let answers = try messages(holding: sources).union(messages(repeating: author, room: room))
        return ForgettingPlan(
            parts: parts.sorted { $0.key < $1.key }.map(\.value) + pages,
            answers: answers.count
        )
    }

    /// How many rows of an author each room has, by its home.
    private static func counting(_ table: String, where condition: String) -> String {
        """
        SELECT home.id AS home, home.room_id, count(*) AS count FROM \(table) t JOIN room own ON own.id = t.room
        JOIN room home ON home.id = coalesce(own.continues, own.id)
        WHERE t.author = ?1 AND (?2 IS NULL OR home.id = ?2) AND \(condition) GROUP BY home.id
        """
    }

    private func pages(of author: String) throws -> [ForgettingPlan.Part] {
        let sql = """
            SELECT c.statement, s.title, count(*) AS count FROM comment c JOIN statement s ON s.id = c.statement
            WHERE c.author = ? AND c.origin = 'page' AND c.removed_at IS NULL GROUP BY c.statement
            """
        return try Row.fetchAll(self, sql: sql, arguments: [author]).map { row in
            ForgettingPlan.Part(
                place: .page(statement: row["statement"], title: row["title"]),
                counts: .init(comments: row["count"])
            )
        }
    }

    /// Where the words of comments stand first: their own messages, and their edits.
    func sources(where condition: String, _ arguments: StatementArguments) throws -> [WordSource] {
        let comments = try Row.fetchAll(
            self,
            sql: "SELECT c.origin, c.origin_id FROM comment c WHERE \(condition)",
            arguments: arguments
        )
        let edits = try String.fetchAll(
            self,
            sql: "SELECT e.event_id FROM revision e JOIN comment c ON c.id = e.comment WHERE \(condition)",
            arguments: arguments
        )
        return comments.map { row in
            WordSource(origin: Comment.Origin(rawValue: row["origin"]) ?? .chat, id: row["origin_id"])
        } + edits.map { .event(EventID($0)) }
    }

    /// Messages of ours that quote these words, or repeat them as what was typed; each by the first of its versions.
    func messages(holding sources: [WordSource]) throws -> Set<Int64> {
        let sql = """
            SELECT coalesce(p.root, p.message) FROM quoted q JOIN posted p ON p.message = q.message WHERE q.source = ?1
            UNION
            SELECT coalesce(root, message) FROM posted WHERE cause = ?1 AND repeats = 1
            """
        var messages: Set<Int64> = []
        for source in Set(sources.map(\.stableHash)) {
            messages.formUnion(try Int64.fetchAll(cachedStatement(sql: sql), arguments: [source]))
        }
        return messages
    }

    private func messages(repeating author: String, room: Int64?) throws -> Set<Int64> {
        let sql = """
            SELECT coalesce(root, message) FROM posted WHERE author = ?1 AND repeats = 1
                AND (?2 IS NULL OR room IN (SELECT id FROM room WHERE id = ?2 OR continues = ?2))
            """
        return Set(try Int64.fetchAll(self, sql: sql, arguments: [author, room]))
    }
}
