@testable import BotStore
import GRDB
import TestSupport

/// Hears every statement that a store runs, and asks SQLite how it does so.
final class StatementTracker: Sendable {
    private let statements = Locked<Set<String>>([])

    /// - Returns: The steps of the plans of all statements that `body` ran, each with its statement.
    static func plans(of store: Store, _ body: () async throws -> Void) async throws -> [(
        step: String, sql: String
    )] {
        let tracker = StatementTracker()
        try await store.database.writeWithoutTransaction { tracker.listen(to: $0) }
        // Reads that come one after another share one connection.
        try await store.database.read { tracker.listen(to: $0) }
        try await body()
        let heard = tracker.statements.withLock { $0 }
        return try await store.database.read { db in
            try heard.sorted().flatMap { sql in
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                plan.setUncheckedArguments(StatementArguments())
                return try Row.fetchAll(plan).map { row in (row["detail"] as String, sql) }
            }
        }
    }

    private func listen(to db: Database) {
        db.trace(options: .statement) { [self] event in
            guard case .statement(let statement) = event else { return }
            let verb = statement.sql.prefix { $0.isLetter }
            guard ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(verb) else { return }
            statements.withLock { _ = $0.insert(statement.sql) }
        }
    }
}
