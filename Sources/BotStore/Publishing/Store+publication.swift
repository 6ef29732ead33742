internal import Discussion
internal import Foundation
internal import GRDB
package import MatrixTypes
package import PluginAPI

// What may be published of a room: what was said since it was announced there, once a moderator approved it, unless its
// author does not want that. Where not everybody could read the room when it was said, its author must want it.

extension Store {
    /// What of a room may be published, as plugins see it.
    package func publication(of room: RoomID) -> any PublicationWindow {
        StoredPublication(store: self, room: room)
    }
}

extension Database {
    /// Carries out a change.
    ///
    /// - Parameters:
    ///   - room: The home of the room.
    ///   - instant: When it was made, by the clock of whoever made it.
    func change(publicationBy change: PublicationChange, room: Int64, at instant: Date) throws {
        switch change {
        case .room(.nothing): try run("DELETE FROM publication_room WHERE room = ?", [room])
        case .room(let rule):
            // More is published only of what is said once that was announced.
            try run(
                """
                INSERT INTO publication_room (room, rule, since) VALUES (?, ?, ?)
                ON CONFLICT (room) DO UPDATE SET rule = excluded.rule,
                    since = iif(excluded.rule = 'everything', excluded.since, since)
                """,
                [room, rule.rawValue, instant.milliseconds]
            )
        case .person(let person, let choice?):
            try run(
                """
                INSERT INTO publication_person (room, author, choice) VALUES (?, ?, ?)
                ON CONFLICT (room, author) DO UPDATE SET choice = excluded.choice
                """,
                [room, person.rawValue, choice.rawValue]
            )
        case .person(let person, nil):
            try run("DELETE FROM publication_person WHERE room = ? AND author = ?", [room, person.rawValue])
        case .comment(let label, let decision): try decide(decision, "label = ?", label.rawValue, room)
        case .message(let event, let decision): try decide(decision, "origin_id = ?", event.rawValue, room)
        }
    }

    private func decide(
        _ decision: PublicationDecision,
        _ condition: String,
        _ value: String,
        _ room: Int64
    ) throws {
        try run(
            "UPDATE comment SET decision = ? WHERE room = ? AND \(condition) AND removed_at IS NULL",
            [decision.number, room, value]
        )
        guard decision == .approved else { return }
        // A number tells nobody who it is; it is given with the first approval, and never to another.
        try run(
            """
            INSERT INTO pseudonym (room, author, number)
            SELECT room, author, 1 + (SELECT coalesce(max(number), 0) FROM pseudonym WHERE room = ?1) FROM comment
            WHERE room = ?1 AND \(condition.replacing("?", with: "?2")) AND author IS NOT NULL
            ON CONFLICT (room, author) DO NOTHING
            """,
            [room, value]
        )
    }
}

extension PublicationDecision {
    fileprivate var number: Int {
        switch self {
        case .waiting: 0
        case .approved: 1
        case .hidden: 2
        }
    }

    fileprivate init(number: Int) {
        switch number {
        case 1: self = .approved
        case 2: self = .hidden
        default: self = .waiting
        }
    }
}

private struct StoredPublication: PublicationWindow {
    let store: Store
    let room: RoomID

    func choice(of person: UserID) async throws -> PublicationChoice? {
        try await read { db, home in
            let sql = "SELECT choice FROM publication_person WHERE room = ? AND author = ?"
            return try String.fetchOne(db, sql: sql, arguments: [home, person.rawValue])
        }.flatMap { PublicationChoice(rawValue: $0) }
    }

    func decision(on label: CommentLabel) async throws -> PublicationDecision? {
        try await read { db, home in
            let sql = "SELECT decision FROM comment WHERE room = ? AND label = ?"
            return try Int.fetchOne(db, sql: sql, arguments: [home, label.rawValue])
        }.map { PublicationDecision(number: $0) }
    }

    func publication() async throws -> PublicationState {
        try await read { db, home in
            let sql = "SELECT rule, since FROM publication_room WHERE room = ?"
            let room = try Row.fetchOne(db, sql: sql, arguments: [home])
            func count(_ condition: String) throws -> Int {
                let sql =
                    "SELECT count(*) FROM comment c WHERE room = ?1 AND removed_at IS NULL AND \(condition)"
                return try Int.fetchOne(db, sql: sql, arguments: [home]) ?? 0
            }
            let waiting = "decision = 0 AND \(Database.isSinceAnnouncement)"
            let first = try String.fetchAll(
                db,
                sql: """
                    SELECT label FROM comment c WHERE room = ?1 AND removed_at IS NULL AND \(waiting)
                    ORDER BY id LIMIT 10
                    """,
                arguments: [home]
            )
            return PublicationState(
                rule: room.flatMap { PublicationRule(rawValue: $0["rule"]) } ?? .nothing,
                since: room.map { Date(milliseconds: $0["since"]) },
                waiting: try count(waiting),
                firstWaiting: first.map { CommentLabel($0) },
                approved: try count("decision = 1"),
                published: try count(Database.mayBePublished),
                hidden: try count("decision = 2")
            )
        }
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database, Int64?) throws -> Value
    ) async throws -> Value {
        try await store.database.read { [room] db in
            try body(db, try db.home(of: room))
        }
    }
}

extension Database {
    /// Whether comment `c` was made since publication was announced in its room, as a condition.
    static let isSinceAnnouncement = """
        EXISTS (SELECT 1 FROM publication_room p WHERE p.room = c.room AND p.since <= c.written_at)
        """

    /// Whether comment `c` may be published, as a condition.
    static let mayBePublished = """
        (c.removed_at IS NULL AND \(isSinceAnnouncement)
            AND c.decision IN (1, (SELECT iif(p.rule = 'everything', 0, 1) FROM publication_room p WHERE p.room = c.room))
            AND CASE
            (SELECT choice FROM publication_person p WHERE p.room = c.room AND p.author = c.author)
            WHEN 'never' THEN 0 WHEN 'name' THEN 1 WHEN 'pseudonym' THEN 1
            ELSE c.visibility = 'world_readable' END)
        """
}
