internal import GRDB

// Another process may write into the database while the bot runs: whoever removes words by command, or imports a page.
extension Store {
    /// A number that is another one whenever another process has written in between; compared with nothing else.
    package func version() async throws -> Int64 {
        try await database.writeWithoutTransaction { db in
            try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }

    /// Has everybody look at their tables again, and reads statements anew.
    package func ringAll() async {
        await shelf.empty()
        await bells.ring(Set(Bells.Table.allCases))
    }
}
