internal import GRDB

/// A change of the tables, made once to each database, in one transaction.
struct Migration: Sendable {
    /// Begins with its number. Never changed: the database remembers it.
    let name: String
    let run: @Sendable (Database) throws -> Void

    /// All of them, oldest first.
    static let all = [
        Migration(name: Migration1.name, run: Migration1.run),
        Migration(name: Migration2.name, run: Migration2.run),
        Migration(name: Migration3.name, run: Migration3.run),
        Migration(name: Migration4.name, run: Migration4.run),
        Migration(name: Migration5.name, run: Migration5.run),
    ]
}

extension [Migration] {
    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in self { migrator.registerMigration(migration.name, migrate: migration.run) }
        return migrator
    }
}
