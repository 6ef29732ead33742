import BotStore
import Foundation
import GRDB
import Testing

@Suite struct `A data directory` {
    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    @Test func `is made where there is none, for its owner only`() async throws {
        try await inFolder { path in
            let store = try Store.open(directory: path + "/a/b")
            let attributes = try FileManager.default.attributesOfItem(atPath: path + "/a/b")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
            try await store.close()
        }
    }

    @Test func `remembers everything`() async throws {
        try await inFolder { path in
            let first = try Store.open(directory: path)
            try await first.accept([Said(id: "$1")], to: "s1")
            try await first.close()
            let second = try Store.open(directory: path)
            #expect(try await second.position(of: "bot")?.nextBatch == "s1")
            #expect(try await second.ready("quote") == ["$1"])
            try await second.close()
        }
    }

    @Test func `is refused while another has it, and free when that has closed it`() async throws {
        try await inFolder { path in
            let first = try Store.open(directory: path)
            #expect(throws: Store.OpenError.inUse(directory: path)) { try Store.open(directory: path) }
            try await first.close()
            try await Store.open(directory: path).close()
        }
    }

    @Test func `says that it cannot be written to, and why`() async throws {
        try await inFolder { path in
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(throws: Store.OpenError.notWritable(directory: path + "/data", reason: "Not a directory"))
            {
                try Store.open(directory: path + "/data")
            }
        }
    }

    @Test func `with a database from a newer version is left as it is`() async throws {
        try await inFolder { path in
            try await Store.open(directory: path).close()
            let file = URL(fileURLWithPath: path + "/rapporteur.sqlite")
            let queue = try DatabaseQueue(path: file.path)
            try await queue.write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 the future')")
            }
            try queue.close()
            let before = try Data(contentsOf: file)
            // Twice: the first refusal must not keep the directory.
            for _ in 1...2 {
                #expect(throws: Store.OpenError.newerVersion(path: file.path)) {
                    try Store.open(directory: path)
                }
            }
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test(arguments: [
        "no database at all, only words that go on for longer than a header", "SQLite format 3\0",
    ])
    func `with something else for a database is left as it is`(content: String) async throws {
        try await inFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let file = URL(fileURLWithPath: path + "/rapporteur.sqlite")
            let data = Data(String(repeating: content, count: 100).utf8)
            try data.write(to: file)
            #expect(throws: Store.OpenError.self) { try Store.open(directory: path) }
            #expect(try Data(contentsOf: file) == data)
        }
    }

    @Test func `knows whether it was closed`() async throws {
        try await inFolder { path in
            var store = try Store.open(directory: path)
            #expect(try await store.begin())
            #expect(try await !store.begin())
            try await store.close()
            store = try Store.open(directory: path)
            #expect(try await store.begin())
            try await store.close()
        }
    }
}
