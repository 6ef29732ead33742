package import Foundation
internal import Discussion
internal import GRDB
internal import MatrixTypes
internal import PluginAPI

extension Store {
    /// What would go. Nothing is changed.
    ///
    /// - Throws: ``ForgettingError``.
    package func plan(_ forgetting: Forgetting) async throws -> ForgettingPlan {
        try await database.read { db in try db.target(of: forgetting).plan(db) }
    }

    /// Removes it: words, former words, reactions, what waits, and the bot's own messages that hold the words. Nothing
    /// brings it back, be it another import of the page or a gap that is filled later.
    ///
    /// - Returns: What went.
    /// - Throws: ``ForgettingError``, ``RemovalList/WriteError``.
    package func forget(_ forgetting: Forgetting, at now: Date) async throws -> ForgettingPlan {
        let list = removals
        let plan = try await write(.flushed) { db in
            let target = try db.target(of: forgetting)
            let plan = try target.plan(db)
            var remover = Remover(db, list: list, now: now)
            try target.remove(&remover)
            _ = try remover.finish()
            return ForgettingPlan(parts: plan.parts, answers: remover.withdrawn)
        }
        await bells.ring(Set(Bells.Table.allCases))
        return plan
    }

    /// Where the list of removals stands.
    package var removalsPath: String { removals.path }
}

/// What is to be forgotten, once it is found.
private enum Target {
    /// `room` is the home of the one that was named.
    case person(String, room: Int64?)
    case comment(Int64)
}

extension Target {
    func plan(_ db: Database) throws -> ForgettingPlan {
        switch self {
        case .person(let author, let room):
            let plan = try db.plan(for: author, room: room)
            guard !plan.isEmpty else {
                throw ForgettingError.nothing(author: author, room: try room.flatMap(db.roomID))
            }
            return plan
        case .comment(let id):
            let place = try db.places(where: "c.id = ?", [id]).map(\.place)
            let sources = try db.sources(where: "c.id = ?", [id])
            return ForgettingPlan(
                parts: place.map { .init(place: $0, counts: .init(comments: 1)) },
                answers: try db.messages(holding: sources).count
            )
        }
    }

    func remove(_ remover: inout Remover) throws {
        switch self {
        case .comment(let id): try remover.removeComment(id)
        case .person(let author, let room):
            try remover.removeAll(by: author, room: room, until: remover.now, upTo: nil)
            guard room == nil else { return }
            let sql = "SELECT id FROM comment WHERE author = ? AND origin = 'page'"
            let ids = try Int64.fetchAll(remover.db, sql: sql, arguments: [author])
            for id in ids { try remover.removeComment(id) }
        }
    }
}

extension Database {
    fileprivate func target(of forgetting: Forgetting) throws -> Target {
        switch forgetting {
        case .person(let author, let room): .person(author, room: try room.map(home))
        case .comment(let label, let room, let statement):
            .comment(try comment(label, room: try room.map(home), statement: statement))
        }
    }

    private func home(ofRoom room: RoomID) throws -> Int64 {
        if let home = try home(of: room) { return home }
        let known = try String.fetchAll(self, sql: "SELECT room_id FROM room ORDER BY id")
        throw ForgettingError.noRoom(room, known: known.map { RoomID($0) })
    }

    private func comment(_ label: CommentLabel, room: Int64?, statement: Int?) throws -> Int64 {
        let found = try places(
            where: """
                c.label = ? AND (?2 IS NULL OR c.room = ?2) AND (?3 IS NULL OR c.room IS NULL AND c.statement = ?3)
                """,
            [label.rawValue, room, statement]
        )
        guard !found.isEmpty else { throw ForgettingError.noComment(label) }
        let kept = found.filter { !$0.isRemoved }
        guard let first = kept.first else { throw ForgettingError.removedBefore(label) }
        guard kept.count == 1 else { throw ForgettingError.ambiguous(label, places: kept.map(\.place)) }
        return first.comment
    }

    fileprivate typealias Found = (comment: Int64, place: ForgettingPlan.Place, isRemoved: Bool)

    /// Where comments stand.
    fileprivate func places(where condition: String, _ arguments: StatementArguments) throws
        -> [Found]
    {
        let sql = """
            SELECT c.id, c.removed_at, c.statement, s.title, r.room_id FROM comment c
            LEFT JOIN statement s ON s.id = c.statement LEFT JOIN room r ON r.id = c.room
            WHERE \(condition) ORDER BY c.room IS NULL, c.room, c.statement
            """
        return try Row.fetchAll(self, sql: sql, arguments: arguments).map { row in
            let room: String? = row["room_id"]
            let place = room.map { ForgettingPlan.Place.room(RoomID($0)) }
            return (
                row["id"], place ?? .page(statement: row["statement"] ?? 0, title: row["title"] ?? ""),
                (row["removed_at"] as Int64?) != nil
            )
        }
    }
}
