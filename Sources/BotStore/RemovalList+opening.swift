internal import Foundation
internal import GRDB

extension RemovalList {
    /// Brings a database and its list together, whichever of both is behind: a list that is lost or from before is
    /// written anew from the tables, and what a database does not know of its list is removed from it.
    ///
    /// - Returns: What is worth telling.
    /// - Throws: ``ReadError``, ``WriteError``.
    func reconcile(with db: Database, at now: Date) throws -> [Notice] {
        let identity = try db.identity()
        let count = max(identity.removals, try db.removalCount())
        let ends = try ends(of: identity.store)
        var notices = ends?.isCut == true ? [Notice.lineCut(path: path)] : []
        if let ends, ends.reach(count) {
            if ends.isCut { try append([], store: identity.store, after: count) }
        } else {
            let known = try db.removalsKnown()
            let unknown = try unknown(beside: known, store: identity.store)
            let entries = known + unknown
            try write(entries, store: identity.store, count: count + Int64(unknown.count))
            if !entries.isEmpty { notices.append(.written(path: path, entries: entries.count)) }
        }
        if let applied = try apply(to: db, counted: count, at: now) { notices.append(applied) }
        return notices
    }

    /// What the list says and the tables do not.
    private func unknown(beside known: [RemovalEntry], store: String) throws -> [RemovalEntry] {
        var latest: [RemovalEntry: Int64] = [:]
        for entry in known { latest[entry.subject] = entry.until }
        return try (read(of: store)?.lines ?? []).compactMap(\.entry).filter { entry in
            guard entry.until > latest[entry.subject] ?? -1 else { return false }
            latest[entry.subject] = entry.until
            return true
        }
    }

    /// Removes from a database what its list says and it has not counted.
    ///
    /// - Throws: ``ReadError``.
    func apply(to db: Database, counted: Int64, at now: Date) throws -> Notice? {
        let identity = try db.identity()
        let last = try ends(of: identity.store)?.last?.number ?? 0
        try db.run("UPDATE identity SET removals = ?", [max(last, counted)])
        guard last > counted, let lines = try read(of: identity.store)?.lines else { return nil }
        var remover = Remover(db, list: nil, now: now)
        let entries = lines.filter { $0.number > counted }.compactMap(\.entry)
        for entry in entries { try remover.reapply(entry) }
        _ = try remover.finish()
        return .applied(path: path, entries: entries.count)
    }

    /// Refuses a list that is not the one to which a running bot writes.
    ///
    /// - Throws: ``ReadError``.
    func check(beside db: Database) throws {
        let identity = try db.identity()
        guard let ends = try ends(of: identity.store), ends.reach(identity.removals) else {
            throw ReadError.notTheList(path: path)
        }
    }
}

extension RemovalList {
    /// Something about a list that whoever runs the bot should know.
    enum Notice: Hashable, CustomStringConvertible {
        case lineCut(path: String)
        case written(path: String, entries: Int)
        case applied(path: String, entries: Int)

        var description: String {
            switch self {
            case .lineCut(let path):
                "The last line of \(path) was cut short, and is taken off: that removal did not take place."
            case .written(let path, let entries):
                "The list of removals \(path) was not whole; it is written anew, with \(entries.entries)."
            case .applied(let path, let entries):
                "The database was older than the list of removals \(path); \(entries.entries) of it \(entries == 1 ? "is" : "are") "
                    + "applied to it again."
            }
        }
    }
}

extension RemovalEntry {
    /// What it is about. Who asked twice to be forgotten is one.
    fileprivate var subject: RemovalEntry {
        if case .person(let author, let room, _) = self {
            .person(author, room: room, until: 0)
        } else {
            self
        }
    }

    /// The later one says more.
    fileprivate var until: Int64 {
        if case .person(_, _, let until) = self { until } else { 0 }
    }
}

extension Int {
    fileprivate var entries: String { self == 1 ? "1 entry" : "\(self) entries" }
}

extension Database {
    /// By which the list of removals knows this database, and how many of its entries are in here.
    func identity() throws -> (store: String, removals: Int64) {
        guard let row = try Row.fetchOne(self, sql: "SELECT store, removals FROM identity") else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the table identity is empty")
        }
        return (row["store"], row["removals"])
    }

    /// How many removals the tables know: before this was counted, that is all there is.
    fileprivate func removalCount() throws -> Int64 {
        let sql = "SELECT (SELECT count(*) FROM removed) + (SELECT count(*) FROM forgotten)"
        return try Int64.fetchOne(self, sql: sql) ?? 0
    }

    /// All removals that the tables know, as they stand on a list; in which order they were made is not known.
    fileprivate func removalsKnown() throws -> [RemovalEntry] {
        let words = try Row.fetchAll(
            self,
            sql: "SELECT origin, origin_id FROM removed ORDER BY at, origin, origin_id"
        )
        let sql = """
            SELECT f.author, r.room_id, f.until FROM forgotten f LEFT JOIN room r ON r.id = f.room
            WHERE f.author <> ''
            ORDER BY f.until, f.author, f.room
            """
        let persons = try Row.fetchAll(self, sql: sql)
        return words.map { RemovalEntry(origin: $0["origin"], id: $0["origin_id"]) }
            + persons.map { .person($0["author"], room: $0["room_id"], until: $0["until"]) }
    }
}

extension RemovalEntry {
    /// From the table `removed`: see ``key``.
    fileprivate init(origin: String, id: String) {
        let parts = id.split(separator: "/", maxSplits: 1)
        if origin == "print", parts.count == 2, let statement = Int64(parts[0]) {
            self = .print(statement: statement, String(parts[1]))
        } else {
            self = .words(origin: origin, id: id)
        }
    }
}
