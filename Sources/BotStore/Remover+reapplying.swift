internal import Discussion
internal import Foundation
internal import GRDB
internal import MatrixTypes

// What stands on the list of removals is removed from a database that is older than the list.
extension Remover {
    /// Removes what an entry of the list names, which this database has not counted yet.
    ///
    /// Of a person goes what they had said when they asked for it: what they said later they did not take back.
    mutating func reapply(_ entry: RemovalEntry) throws {
        switch entry {
        case .words(Comment.Origin.chat.rawValue, let id):
            try remove(EventID(id), room: try room(of: id) ?? 0)
        case .words(_, let id):
            try removeComment(ofPage: id)
            try remember(entry)
        case .print: try remember(entry)
        case .person(let author, let name, let until):
            let instant = Date(milliseconds: until)
            let room = try name.map { try db.home(of: try db.number(ofRoom: $0)) }
            try removeAll(by: author, room: room, until: instant, upTo: nil, saidUntil: instant)
        }
    }

    /// The home of whatever an event is: a comment, an edit of one, or a reaction.
    private func room(of event: String) throws -> Int64? {
        let sql = """
            SELECT room FROM comment WHERE origin = 'chat' AND origin_id = ?1
            UNION ALL
            SELECT c.room FROM revision r JOIN comment c ON c.id = r.comment WHERE r.event_id = ?1
            UNION ALL
            SELECT room FROM reaction WHERE event_id = ?1 LIMIT 1
            """
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [event])
    }

    private mutating func removeComment(ofPage id: String) throws {
        let sql = "SELECT id FROM comment WHERE origin = 'page' AND origin_id = ?"
        let comment = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
        if let comment { try removeComment(comment) }
    }
}
