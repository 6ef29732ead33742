import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

@testable import BotStore

@Suite struct `A backup` {
    @Test func `is of one moment, whatever is written meanwhile`() async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                let words = String(repeating: "words ", count: 200)
                try await store.perform((0..<500).map { comment("$\($0)", words) }, as: "$first")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        var number = 0
                        while !Task.isCancelled {
                            number += 1
                            // Each has two comments; a backup with half of one would be of no moment.
                            let two = [comment("$a\(number)", words), comment("$b\(number)", words)]
                            try await store.perform(two, as: "$w\(number)")
                        }
                    }
                    for number in 1...5 {
                        let file = premises.backup + "\(number)"
                        let backup = try await premises.backUp(to: file)
                        #expect(try premises.texts("PRAGMA integrity_check", in: file) == ["ok"])
                        let counts = try premises.texts(
                            "SELECT count(*) || '/' || (SELECT last_comment FROM room) FROM comment",
                            in: file
                        )
                        #expect(counts == ["\(backup.comments)/\(backup.comments)"])
                        #expect(backup.comments % 2 == 0 && backup.comments >= 500)
                    }
                    group.cancelAll()
                }
            }
        }
    }

    @Test func `knows what it is, and only its owner can read it`() async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.perform([comment("$a", "one"), comment("$b", "two")], as: "$1")
                try await store.perform([.remove(EventID("$a"))], as: "$2")
                let backup = try await premises.backUp()
                #expect(backup.comments == 1 && backup.removals == 1 && backup.list == premises.list)
                #expect(try premises.bytes(of: premises.backup).count == backup.bytes)
            }
            #expect(try premises.texts("PRAGMA application_id", in: premises.backup) == ["1383088747"])
            #expect(
                try premises.texts("SELECT store || ' ' || removals FROM identity", in: premises.backup)
                    == premises.texts("SELECT store || ' ' || removals FROM identity")
            )
            #expect(
                try premises.texts("SELECT identifier FROM grdb_migrations", in: premises.backup)
                    == Migration.all.map(\.name)
            )
            let header = try premises.bytes(of: premises.backup).prefix(20)
            #expect(
                header.suffix(2) == Data([1, 1]),
                "needs no log, as where nothing can be written beside it"
            )
            let attributes = try FileManager.default.attributesOfItem(atPath: premises.backup)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let beside = try FileManager.default.contentsOfDirectory(atPath: premises.path)
            #expect(Set(beside) == ["data", "backup"], "nothing else, and no log of its own")
        }
    }

    @Test func `holds what only the log holds`() async throws {
        try await Premises.run { premises in
            let store = try Store.open(directory: premises.data)
            try await store.perform([comment("$a", "one")], as: "$1")
            #expect(try premises.bytes(of: premises.database + "-wal").count > 0)
            #expect(try await premises.backUp().comments == 1)
            try await store.close()
        }
    }

    @Test func `replaces no file unless it is told to`() async throws {
        try await Premises.run { premises in
            try await premises.open { try await $0.perform([comment("$a", "one")], as: "$1") }
            try premises.write("precious".utf8, to: premises.backup)
            await #expect(throws: BackupError.isThere(path: premises.backup)) {
                try await premises.backUp()
            }
            #expect(try premises.bytes(of: premises.backup) == Data("precious".utf8))
            #expect(try await premises.backUp(isReplacing: true).comments == 1)
            #expect(try premises.texts("PRAGMA integrity_check", in: premises.backup) == ["ok"])
        }
    }

    @Test func `is not made in the data directory, by whatever name that is called`() async throws {
        try await Premises.run { premises in
            try await premises.open { _ in }
            let link = premises.path + "/link"
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: premises.data
            )
            try FileManager.default.createDirectory(
                atPath: premises.data + "/below",
                withIntermediateDirectories: false
            )
            let before = try premises.names()
            for folder in [premises.data, link, premises.data + "/below", premises.data + "/../data/."] {
                await #expect(throws: BackupError.insideData(path: folder + "/backup")) {
                    try await premises.backUp(to: folder + "/backup")
                }
            }
            #expect(try premises.names() == before)
        }
    }

    @Test func `is not made of what is not there, newer, or too old to be known again`() async throws {
        try await Premises.run { premises in
            await #expect(throws: Store.OpenError.missing(directory: premises.data)) {
                try await premises.backUp()
            }
            try await premises.open { _ in }
            try premises.change(premises.database, "INSERT INTO grdb_migrations VALUES ('999 the future')")
            await #expect(throws: Store.OpenError.newerVersion(path: premises.database)) {
                try await premises.backUp()
            }
            try premises.change(
                premises.database,
                "DELETE FROM grdb_migrations WHERE identifier = '999 the future'; DROP TABLE identity"
            )
            await #expect(throws: Store.OpenError.olderVersion(path: premises.database)) {
                try await premises.backUp()
            }
            let beside = try FileManager.default.contentsOfDirectory(atPath: premises.path)
            #expect(beside == ["data"])
        }
    }

    @Test func `is not made of a damaged database`() async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                let words = String(repeating: "words ", count: 200)
                try await store.perform((0..<100).map { comment("$\($0)", words) }, as: "$1")
            }
            try premises.damage(premises.database, where: "words words")
            await #expect {
                try await premises.backUp()
            } throws: { error in
                if case BackupError.damaged = error { true } else { false }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: premises.path) == ["data"])
        }
    }

    @Test func `is made over what a killed attempt has left, and not beside another`() async throws {
        try await Premises.run { premises in
            try await premises.open { try await $0.perform([comment("$a", "one")], as: "$1") }
            let part = premises.backup + ".part"
            for name in ["", "-wal", "-shm", "-journal"] { try premises.write("rest".utf8, to: part + name) }
            let descriptor = open(part, O_RDWR)
            #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            await #expect(throws: BackupError.beingWritten(path: premises.backup)) {
                try await premises.backUp()
            }
            #expect(try premises.bytes(of: part) == Data("rest".utf8))
            close(descriptor)
            #expect(try await premises.backUp().comments == 1)
            let beside = try FileManager.default.contentsOfDirectory(atPath: premises.path)
            #expect(Set(beside) == ["data", "backup"])
        }
    }

    @Test func `says how far it is`() async throws {
        try await Premises.run { premises in
            try await premises.open { _ in }
            let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)"
            try premises.change(premises.database, "\(many) INSERT INTO seen SELECT i, hex(i), 1, 0 FROM n")
            let told = Locked<[(done: Int, total: Int)]>([])
            let backup = try await Store.backup(
                directory: premises.data,
                to: premises.backup,
                isReplacing: false,
                removals: nil,
                at: now
            ) { done, total in told.withLock { $0.append((done, total)) } }
            let steps = told.withLock { $0 }
            #expect(steps.count > 2)
            #expect(steps.map(\.done) == steps.map(\.done).sorted())
            #expect(steps.last?.done == steps.last?.total && (steps.last?.total ?? 0) <= backup.bytes)
        }
    }

    @Test func `is no database, whoever copies it there`() async throws {
        try await Premises.run { premises in
            try await premises.open { try await $0.perform([comment("$a", "one")], as: "$1") }
            try await premises.backUp()
            try FileManager.default.removeItem(atPath: premises.database)
            try FileManager.default.copyItem(atPath: premises.backup, toPath: premises.database)
            #expect(throws: Store.OpenError.backup(path: premises.database)) {
                try Store.open(directory: premises.data)
            }
            #expect(try premises.bytes(of: premises.database) == premises.bytes(of: premises.backup))
        }
    }
}
