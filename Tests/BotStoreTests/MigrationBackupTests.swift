import Foundation
import GRDB
import Testing

@testable import BotStore

@Suite struct `A database from an older version` {
    private static let changing = Migration(name: "2 words/with odd signs") {
        try $0.execute(sql: "ALTER TABLE room ADD COLUMN colour TEXT")
    }
    private static let failing = Migration(name: "3 too much") {
        try $0.execute(sql: "UPDATE room SET colour = 'red'; ALTER TABLE nowhere ADD COLUMN colour TEXT")
    }

    /// A folder in which the older version has stored something.
    private func inFolder(_ body: (_ path: String, _ copy: String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let older = try Store.open(directory: path)
        #expect(older.migrationBackup == nil)
        #expect(try await older.begin())
        try await older.accept([Said(id: "$1")], to: "s1")
        try await older.close()
        try await body(path, path + "/rapporteur.sqlite.before-2-words-with-odd-signs")
    }

    private func names(in path: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: path))
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func columns(ofRoomIn path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { try $0.columns(in: "room").map(\.name) }
    }

    @Test func `is copied before it is changed, for its owner only`() async throws {
        try await inFolder { path, copy in
            let newer = try Store.open(directory: path, migrations: Migration.all + [Self.changing])
            #expect(newer.migrationBackup == copy)
            try await newer.close()
            #expect(try columns(ofRoomIn: path + "/rapporteur.sqlite").contains("colour"))
            #expect(try !columns(ofRoomIn: copy).contains("colour"))
            let attributes = try FileManager.default.attributesOfItem(atPath: copy)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(try !names(in: path).contains { $0.hasSuffix(".part") || $0.hasSuffix("-journal") })
        }
    }

    @Test func `is copied once`() async throws {
        try await inFolder { path, copy in
            let migrations = Migration.all + [Self.changing]
            try await Store.open(directory: path, migrations: migrations).close()
            let first = try bytes(copy)
            let again = try Store.open(directory: path, migrations: migrations)
            #expect(again.migrationBackup == nil)
            try await again.close()
            #expect(try bytes(copy) == first)
        }
    }

    @Test func `is not copied where there is nothing to change`() async throws {
        try await inFolder { path, _ in
            let same = try Store.open(directory: path)
            #expect(same.migrationBackup == nil)
            try await same.close()
            #expect(try !names(in: path).contains { $0.contains(".before-") })
        }
    }

    @Test func `goes on from its copy, as it was, under the older version`() async throws {
        try await inFolder { path, copy in
            try await Store.open(directory: path, migrations: Migration.all + [Self.changing]).close()
            #expect(throws: Store.OpenError.newerVersion(path: path + "/rapporteur.sqlite")) {
                try Store.open(directory: path)
            }
            try FileManager.default.removeItem(atPath: path + "/rapporteur.sqlite")
            try FileManager.default.moveItem(atPath: copy, toPath: path + "/rapporteur.sqlite")
            let older = try Store.open(directory: path)
            #expect(try await older.position(of: "bot")?.nextBatch == "s1")
            #expect(try await older.ready("quote") == ["$1"])
            try await older.close()
        }
    }

    @Test func `is copied with what only its log holds`() async throws {
        try await inFolder { path, copy in
            // A killed bot: its log stays beside the file.
            let log = path + "/rapporteur.sqlite-wal"
            let older = try Store.open(directory: path)
            try await older.accept([Said(id: "$2")], to: "s2")
            let killed = path + "-killed"
            try FileManager.default.copyItem(atPath: path, toPath: killed)
            defer { try? FileManager.default.removeItem(atPath: killed) }
            try await older.close()
            for name in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + "/rapporteur.sqlite" + name)
                try FileManager.default.moveItem(
                    atPath: killed + "/rapporteur.sqlite" + name,
                    toPath: path + "/rapporteur.sqlite" + name
                )
            }
            #expect(try !bytes(log).isEmpty)
            try await Store.open(directory: path, migrations: Migration.all + [Self.changing]).close()
            let queue = try DatabaseQueue(path: copy)
            let positions = try await queue.read {
                try String.fetchAll($0, sql: "SELECT next_batch FROM position")
            }
            #expect(positions == ["s2"])
            try queue.close()
        }
    }

    @Test func `stays as it is where a copy cannot be made, and the directory is free again`() async throws {
        try await inFolder { path, copy in
            try FileManager.default.createDirectory(
                atPath: copy + ".part",
                withIntermediateDirectories: false
            )
            let before = try bytes(path + "/rapporteur.sqlite")
            for _ in 1...2 {
                #expect(throws: Store.OpenError.noBackup(path: copy, reason: "Is a directory")) {
                    try Store.open(directory: path, migrations: Migration.all + [Self.changing])
                }
            }
            #expect(try bytes(path + "/rapporteur.sqlite") == before)
            #expect(!FileManager.default.fileExists(atPath: copy))
            try await Store.open(directory: path).close()
        }
    }

    @Test func `says where its copy is when a change failed`() async throws {
        try await inFolder { (path: String, copy: String) async throws -> Void in
            let migrations = Migration.all + [Self.changing, Self.failing]
            let file = path + "/rapporteur.sqlite"
            func refusal(_ copy: String) -> Store.OpenError {
                .notChanged(path: file, reason: "no such table: nowhere", copy: copy)
            }
            #expect(throws: refusal(copy)) { try Store.open(directory: path, migrations: migrations) }
            #expect(try !columns(ofRoomIn: copy).contains("colour"))
            // What came before the failure is done: the next copy has a name of its own.
            let second = file + ".before-3-too-much"
            for _ in 1...2 {
                #expect(throws: refusal(second)) { try Store.open(directory: path, migrations: migrations) }
            }
            #expect(try columns(ofRoomIn: second).contains("colour"))
        }
    }

    @Test func `leaves a copy that is removed a week later, after a clean end`() async throws {
        try await inFolder { path, copy in
            let migrations = Migration.all + [Self.changing]
            let made = Date()
            var store = try Store.open(directory: path, migrations: migrations)
            #expect(try await store.removeOldBackups(at: made + 6 * 86_400) == [])
            _ = try await store.begin()
            #expect(try await store.removeOldBackups(at: made + 8 * 86_400) == [], "as after a crash")
            #expect(FileManager.default.fileExists(atPath: copy))
            try await store.close()
            store = try Store.open(directory: path, migrations: migrations)
            #expect(try await store.removeOldBackups(at: made + 8 * 86_400) == [copy])
            #expect(try await store.removeOldBackups(at: made + 8 * 86_400) == [])
            try await store.close()
            #expect(try !names(in: path).contains { $0.contains(".before-") })
        }
    }
}
