internal import Foundation
internal import GRDB

extension Store {
    /// What may be published now, as a copy that everything public is made from.
    ///
    /// Rooms and people that appear for the first time get the numbers under which they appear from now on.
    package func publishedCopy() async throws -> PublishedCopy {
        try await write(.flushed) { db in try db.numberPublished() }
        let path = database.path
        // On the queue of a reader: it may take seconds, in which others go on.
        return try await database.read { _ in try PublishedCopy.make(of: path) }
    }
}

extension Database {
    /// Numbers tell nobody who or where it is. They are never given to another.
    fileprivate func numberPublished() throws {
        try run(
            """
            INSERT INTO published_room (number, room)
            SELECT (SELECT coalesce(max(number), 0) FROM published_room) + row_number() OVER (ORDER BY since, room), room
            FROM publication_room WHERE room NOT IN (SELECT room FROM published_room)
            """
        )
        try run(
            """
            INSERT INTO pseudonym (room, author, number)
            SELECT room, author,
                (SELECT coalesce(max(number), 0) FROM pseudonym p WHERE p.room = a.room)
                    + row_number() OVER (PARTITION BY room ORDER BY first)
            FROM (SELECT c.room, c.author, min(c.id) AS first FROM comment c JOIN publication_room q ON q.room = c.room
                WHERE q.rule = 'everything' AND c.author IS NOT NULL AND \(Self.mayBePublished)
                    AND NOT EXISTS (SELECT 1 FROM pseudonym n WHERE n.room = c.room AND n.author = c.author)
                GROUP BY c.room, c.author) a
            """
        )
    }
}

/// What has been taken out of publication so far, as a value that is another one as soon as more is.
package struct PublicationRestrictions: Hashable, Sendable {
    fileprivate let removals: Int64
    fileprivate let hidden: String
    fileprivate let rooms: String
    fileprivate let persons: String
}

extension Store {
    /// Read without looking at what is published, so that it can be asked with every page.
    package func publicationRestrictions() async throws -> PublicationRestrictions {
        try await database.read { db in
            let sql = """
                SELECT (SELECT removals FROM identity) AS removals,
                    (SELECT group_concat(id) FROM comment WHERE decision = 2 AND removed_at IS NULL) AS hidden,
                    (SELECT group_concat(room || rule || since) FROM publication_room) AS rooms,
                    (SELECT group_concat(room || author || choice) FROM publication_person) AS persons
                """
            let row = try Row.fetchOne(db, sql: sql)
            return PublicationRestrictions(
                removals: row?["removals"] ?? 0,
                hidden: row?["hidden"] ?? "",
                rooms: row?["rooms"] ?? "",
                persons: row?["persons"] ?? ""
            )
        }
    }
}
