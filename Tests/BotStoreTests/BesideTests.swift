import Discussion
import Foundation
import GRDB
import MatrixTypes
import Testing

@testable import BotStore

@Suite(.timeLimit(.minutes(1))) struct `Beside a running bot` {
    private let secret = "heliotrope quarrels"

    @Test func `another process writes, and the bot finds out`() async throws {
        try await Premises.run { premises in
            try await premises.open { bot in
                try await bot.perform([comment("$a", secret), comment("$b", "kept")], as: "$1")
                let version = try await bot.version()
                try await bot.perform([comment("$c", "of its own")], as: "$2")
                #expect(try await bot.version() == version, "its own writes are no news")

                let beside = try Store.openAnyway(directory: premises.data, removals: nil, at: now)
                #expect(beside.isBeside)
                _ = try await beside.forget(.comment(.init("c1"), room: nil, statement: nil), at: now)
                try await beside.leave()
                #expect(try await bot.version() != version)
                #expect(try await bot.needsErasure())
                #expect(try await bot.words() == ["c1": nil, "c2": "kept", "c3": "of its own"])
                #expect(try await bot.erase())
                #expect(try !premises.hasBytes(of: secret))
            }
        }
    }

    @Test func `bells ring for all that was written`() async throws {
        try await Premises.run { premises in
            try await premises.open { bot in
                for table in Bells.Table.allCases {
                    var rings = await bot.changes(in: table).makeAsyncIterator()
                    #expect(await rings.next() != nil, "at the start")
                    await bot.ringAll()
                    #expect(await rings.next() != nil)
                }
            }
        }
    }

    @Test(arguments: [true, false])
    func `whether the bot ended well is not touched`(isBeside: Bool) async throws {
        try await Premises.run { premises in
            try await premises.open { bot in
                _ = try await bot.begin()
                if isBeside { try await Store.openBeside(directory: premises.data).leave() }
                #expect(try await !bot.begin())
                // Killed: its directory is free, and nobody has closed it.
                bot.lock?.release()
                if !isBeside {
                    let alone = try Store.openAnyway(directory: premises.data, removals: nil, at: now)
                    #expect(!alone.isBeside)
                    try await alone.leave()
                    #expect(try await !bot.begin())
                }
            }
        }
    }

    @Test func `there is nothing to write into where nobody ever was`() async throws {
        try await Premises.run { premises in
            #expect(throws: Store.OpenError.missing(directory: premises.data)) {
                try Store.openBeside(directory: premises.data)
            }
        }
    }

    @Test func `nobody of another version writes`() async throws {
        try await Premises.run { premises in
            try await premises.open { _ in
                let last = Migration.all[Migration.all.count - 1].name
                for (change, error) in [
                    (
                        "DELETE FROM grdb_migrations WHERE identifier = '\(last)'",
                        Store.OpenError.olderVersion(path: premises.database)
                    ),
                    (
                        "INSERT INTO grdb_migrations VALUES ('999 the future')",
                        .newerVersion(path: premises.database)
                    ),
                ] {
                    try premises.change(premises.database, change)
                    #expect(throws: error) { try Store.openBeside(directory: premises.data) }
                }
                let rest = "DELETE FROM grdb_migrations WHERE identifier LIKE '999%'"
                try premises.change(
                    premises.database,
                    "\(rest); INSERT INTO grdb_migrations VALUES ('\(last)')"
                )
            }
        }
    }

    @Test func `nobody writes to a list of removals that is not the bot's`() async throws {
        try await Premises.run { premises in
            let elsewhere = premises.path + "/list"
            let bot = try Store.open(directory: premises.data, removals: elsewhere)
            #expect(throws: RemovalList.ReadError.notTheList(path: premises.list)) {
                try Store.openBeside(directory: premises.data)
            }
            #expect(try !premises.names().contains("removals.jsonl"))
            try await Store.openBeside(directory: premises.data, removals: elsewhere).leave()
            try await bot.close()
        }
    }
}
