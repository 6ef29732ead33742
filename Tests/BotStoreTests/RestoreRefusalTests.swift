import Foundation
import GRDB
import MatrixTypes
import Testing

@testable import BotStore

@Suite struct `A backup that is not restored` {
    private let secret = "heliotrope quarrels"

    /// A database with one removal, and a backup from after it.
    private func inPremises(_ body: (Premises) async throws -> Void) async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.perform((0..<50).map { comment("$\($0)", "words \($0)") }, as: "$1")
                try await store.perform([.remove(EventID("$1"))], as: "$2")
                try await premises.backUp()
            }
            try await body(premises)
        }
    }

    /// Expects an error, and everything as it was.
    private func expect(
        _ error: RestoreError,
        _ premises: Premises,
        isReplacing: Bool = true,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try premises.files()
        await #expect(throws: error, sourceLocation: location) {
            try await premises.restore(isReplacing: isReplacing)
        }
        var after = try premises.files()
        after["lock.beside"] = before["lock.beside"]
        #expect(after == before, sourceLocation: location)
    }

    @Test(arguments: [1, 100, 4096, 5000, -4096, -1])
    func `was cut short`(bytes: Int) async throws {
        try await inPremises { premises in
            let whole = try premises.bytes(of: premises.backup)
            let count = bytes < 0 ? whole.count + bytes : bytes
            try premises.write(whole.prefix(count), to: premises.backup)
            try await expect(
                count < 100
                    ? .notABackup(path: premises.backup)
                    : .cut(path: premises.backup, found: count, expected: whole.count),
                premises
            )
        }
    }

    @Test(arguments: [
        "", "words that go on for longer than the header of a database, and then a little more, and more",
    ])
    func `is something else`(content: String) async throws {
        try await inPremises { premises in
            try premises.write(content.utf8, to: premises.backup)
            try await expect(.notABackup(path: premises.backup), premises)
            try FileManager.default.removeItem(atPath: premises.backup)
            try premises.change(premises.backup, "CREATE TABLE other (words TEXT)")
            try await expect(.notABackup(path: premises.backup), premises)
            try FileManager.default.removeItem(atPath: premises.backup)
            try await expect(
                .unreadable(path: premises.backup, reason: "No such file or directory"),
                premises
            )
        }
    }

    @Test func `is damaged within`() async throws {
        try await inPremises { premises in
            try premises.damage(premises.backup, where: "words 7")
            let before = try premises.files()
            await #expect {
                try await premises.restore()
            } throws: { error in
                if case RestoreError.damaged(premises.backup, _) = error { true } else { false }
            }
            #expect(try premises.files()["rapporteur.sqlite"] == before["rapporteur.sqlite"])
            #expect(try !premises.names().contains { $0.contains(".restoring") })
        }
    }

    @Test func `was made by a newer version`() async throws {
        try await inPremises { premises in
            try premises.change(premises.backup, "INSERT INTO grdb_migrations VALUES ('999 the future')")
            try await expect(.newerVersion(path: premises.backup), premises)
        }
    }

    @Test func `would replace a database`() async throws {
        try await inPremises { premises in
            try await expect(.isThere(path: premises.database), premises, isReplacing: false)
        }
    }

    @Test func `is in the data directory`() async throws {
        try await inPremises { premises in
            let inside = premises.data + "/backup"
            try FileManager.default.moveItem(atPath: premises.backup, toPath: inside)
            await #expect(throws: RestoreError.insideData(path: inside)) {
                try await premises.restore(inside)
            }
        }
    }

    @Test func `would replace what a bot uses, or somebody beside it`() async throws {
        try await inPremises { premises in
            let store = try Store.open(directory: premises.data)
            await #expect(throws: Store.OpenError.inUse(directory: premises.data)) {
                try await premises.restore()
            }
            let beside = try Store.openBeside(directory: premises.data)
            try await store.close()
            await #expect(throws: Store.OpenError.inUse(directory: premises.data)) {
                try await premises.restore()
            }
            try await beside.leave()
            try await premises.restore()
        }
    }

    @Test func `would replace what somebody is reading`() async throws {
        try await inPremises { premises in
            let store = try Store.open(directory: premises.data)
            try await store.perform([comment("$x", "since then")], as: "$3")
            try store.database.close()
            store.lock?.release()
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: premises.database, configuration: configuration)
            try reader.inDatabase { try $0.execute(sql: "BEGIN; SELECT * FROM room") }
            await #expect(throws: RestoreError.beingRead(path: premises.database)) {
                try await premises.restore()
            }
            try reader.close()
            try await premises.open { store in
                let words = try await store.words()
                #expect(words.values.contains("since then"))
            }
        }
    }

    @Test func `has no list of removals, or an older one`() async throws {
        try await inPremises { premises in
            let lines = try premises.lines()
            try FileManager.default.removeItem(atPath: premises.list)
            try await expect(.noRemovals(path: premises.list), premises)
            try premises.write((lines[0] + "\n").utf8, to: premises.list)
            let older = RestoreError.fewRemovals(path: premises.list, first: 0, last: 0, expected: 1)
            try await expect(older, premises)
            let result = try await premises.restore(isWithoutRemovals: true)
            #expect(result.missingRemovals == older && result.applied == 0 && result.madeAt == now)
            try await premises.open { #expect($0.notices.count == 1) }
            #expect(try premises.lines() == lines)
        }
    }

    @Test func `has the list of another, or one with a line that is none`() async throws {
        try await inPremises { premises in
            let list = try premises.bytes(of: premises.list)
            try premises.write(list + Data("nonsense\n".utf8), to: premises.list)
            await #expect(throws: RemovalList.ReadError.notALine(path: premises.list, line: 3)) {
                try await premises.restore(isWithoutRemovals: true)
            }
            let other = #"{"number":0,"store":"OTHER"}"#
            try premises.write(list + Data((other + "\n").utf8), to: premises.list)
            let own = try premises.texts("SELECT store FROM identity")[0]
            await #expect(
                throws: RemovalList.ReadError.otherStore(
                    path: premises.list,
                    line: 3,
                    found: "OTHER",
                    expected: own
                )
            ) {
                try await premises.restore(isWithoutRemovals: true)
            }
        }
    }
}
