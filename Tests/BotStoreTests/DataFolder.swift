import BotStore
import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI

/// A data directory with a store in it; both are gone at the end.
struct DataFolder {
    let path: String
    let store: Store

    /// Runs a test with an open store in a folder of its own.
    static func run(_ body: (DataFolder) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = DataFolder(path: path, store: try Store.open(directory: path))
        try await body(folder)
        try await folder.store.close()
    }

    var database: String { path + "/rapporteur.sqlite" }

    /// Looks at the tables beside the store.
    func numbers(_ sql: String) throws -> [Int64] {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        return try queue.read { try Int64.fetchAll($0, sql: sql) }
    }

    func texts(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        return try queue.read { try String.fetchAll($0, sql: sql) }
    }

    /// What every table holds, in words that can be compared.
    func everything() throws -> [String] {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        return try queue.read { db in
            let tables = try String.fetchAll(
                db,
                // The index of words keeps no rows that can be read; its own tables are among these.
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            )
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table): \($0)" }
            }
        }
    }

    /// Whether any file of the folder holds these words.
    func hasBytes(of words: String) throws -> Bool { try FolderCopy(path: path).hasBytes(of: words) }

    /// Whether any file of a folder holds these words.
    static func hasBytes(of words: String, in path: String) throws -> Bool {
        try FolderCopy(path: path).hasBytes(of: words)
    }

    /// The files as they are now: what a process leaves that is killed.
    func copied() throws -> FolderCopy {
        let copy = FolderCopy(path: path + "-copy")
        try FileManager.default.copyItem(atPath: path, toPath: copy.path)
        return copy
    }
}

/// The files of a data directory.
struct FolderCopy {
    let path: String

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Whether any of them holds these words.
    func hasBytes(of words: String) throws -> Bool {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return try names.contains { name in
            try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)).range(of: Data(words.utf8)) != nil
        }
    }
}

/// A statement of two paragraphs, or of those that are given.
func letter(_ paragraphs: [String] = ["We write to you.", "Please answer us."]) -> Discussion.Statement {
    Discussion.Statement(
        title: "A letter",
        standfirst: nil,
        caption: nil,
        paragraphs: paragraphs.enumerated().map { Paragraph(index: $0.offset + 1, segmenting: $0.element) },
        publisher: nil,
        sourceURL: nil
    )
}

let now = Date(timeIntervalSince1970: 1_700_000_000)
let ada = UserID("@ada:demo")
let bo = UserID("@bo:demo")
let hall = RoomID("!hall:demo")
let cellar = RoomID("!cellar:demo")
