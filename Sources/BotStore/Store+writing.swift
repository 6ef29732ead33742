internal import Foundation
internal import GRDB

extension Store {
    /// How soon a commit must survive a power cut.
    enum Durability: Int {
        /// The log is a prefix: the next flush covers it, and what a power cut takes is sent to us again.
        case ordered = 1
        /// Flushed to disk before the write returns.
        case flushed = 2
    }

    /// One transaction.
    ///
    /// `DatabasePool` sets `synchronous = NORMAL` whatever the configuration says, so each write sets what it
    /// needs, and a flushed one reads it back: in a power cut NORMAL loses acknowledged commits.
    func write<Value: Sendable>(
        _ durability: Durability,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            if durability == .flushed {
                let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
                guard level == durability.rawValue else { throw SafetyError.notFlushing(level: level ?? -1) }
            }
            var value: Value?
            try db.inTransaction {
                value = try body(db)
                return .commit
            }
            guard let value else { throw SafetyError.noValue }
            return value
        }
    }

    /// A state of the database in which nothing must leave.
    enum SafetyError: Error, CustomStringConvertible {
        case notFlushing(level: Int)
        case noValue

        var description: String {
            switch self {
            case .notFlushing(let level): "SQLite would not flush this write: synchronous is \(level), not 2."
            case .noValue: "A transaction ended without a value."
            }
        }
    }
}

extension Database {
    /// One statement, prepared once a connection.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Whether the statement changed a row.
    func changes(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try run(sql, arguments)
        return changesCount > 0
    }

    /// The number of a room, given when it is first met.
    func number(ofRoom room: String) throws -> Int64 {
        try number(
            of: room,
            select: "SELECT id FROM room WHERE room_id = ?",
            insert: "INSERT INTO room (room_id) VALUES (?)"
        )
    }

    /// The number of a plugin, given when it is first met.
    func number(ofPlugin plugin: String) throws -> Int64 {
        try number(
            of: plugin,
            select: "SELECT id FROM plugin WHERE name = ?",
            insert: "INSERT INTO plugin (name) VALUES (?)"
        )
    }

    private func number(of name: String, select: String, insert: String) throws -> Int64 {
        if let number = try Int64.fetchOne(cachedStatement(sql: select), arguments: [name]) { return number }
        try run(insert, [name])
        return lastInsertedRowID
    }
}

extension Date {
    /// Milliseconds since 1970: how instants are stored.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

/// JSON as it stands in a row: keys sorted, so that the same value is the same bytes.
enum RowJSON {
    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try data(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }
}
