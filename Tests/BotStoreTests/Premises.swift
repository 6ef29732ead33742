import BotStore
import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import TestSupport

/// A data directory with room for backups beside it; all of it is gone at the end.
struct Premises {
    let path: String

    var data: String { path + "/data" }
    var database: String { data + "/rapporteur.sqlite" }
    var list: String { data + "/removals.jsonl" }
    var backup: String { path + "/backup" }

    /// Runs a test in a folder of its own.
    static func run(_ body: (Premises) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try await body(Premises(path: path))
    }

    /// Opens the store, does something with it, and closes it.
    func open(_ body: (Store) async throws -> Void) async throws {
        let store = try Store.open(directory: data, at: now)
        do {
            try await body(store)
            try await store.close()
        } catch {
            try await store.close()
            throw error
        }
    }

    /// Makes a backup, whether the store is open or not.
    @discardableResult
    func backUp(to file: String? = nil, isReplacing: Bool = false) async throws -> Backup {
        try await Store.backup(
            directory: data,
            to: file ?? backup,
            isReplacing: isReplacing,
            removals: nil,
            at: now,
            progress: { _, _ in }
        )
    }

    /// Puts the backup in the place of the database.
    @discardableResult
    func restore(
        _ file: String? = nil,
        isReplacing: Bool = true,
        isWithoutRemovals: Bool = false,
        reached: @escaping @Sendable (Restoration.Point) -> Void = { _ in }
    ) async throws -> Restoration.Result {
        try await Restoration(
            directory: data,
            removals: nil,
            isReplacing: isReplacing,
            isWithoutRemovals: isWithoutRemovals,
            now: now,
            progress: { _, _ in },
            reached: reached
        ).run(file ?? backup)
    }

    /// The names in the data directory.
    func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: data)) }

    /// The bytes of each file in the data directory.
    func files() throws -> [String: Data] {
        try names().reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: data + "/" + $1) }
    }

    /// Whether any file of the data directory holds these words.
    func hasBytes(of words: String) throws -> Bool { try DataFolder.hasBytes(of: words, in: data) }

    func lines() throws -> [String] {
        try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Writes bytes into a file, at once and whatever was there.
    func write(_ bytes: some Sequence<UInt8>, to file: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    func bytes(of file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }

    /// Spoils the page of a database in which these words stand, so that whoever reads another sees nothing of it.
    func damage(_ file: String, where words: String) throws {
        var bytes = try self.bytes(of: file)
        if let place = bytes.range(of: Data(words.utf8)) { bytes[place.lowerBound / 4096 * 4096] = 0xFF }
        try write(bytes, to: file)
    }

    /// Changes a database by hand.
    func change(_ file: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// What a query finds in a database that nobody has open.
    func texts(_ sql: String, in file: String? = nil) throws -> [String] {
        let queue = try DatabaseQueue(path: file ?? database)
        defer { try? queue.close() }
        return try queue.read { try String.fetchAll($0, sql: sql) }
    }
}

extension Store {
    /// Each comment of a room, by its label: its words, or nil where they were removed.
    func words(in room: RoomID = hall) async throws -> [String: String?] {
        let comments = try await discussion(in: room, isDirect: false).thread().comments
        return comments.reduce(into: [:]) {
            $0[$1.label.rawValue] = .some(
                $1.isRemoved ? nil : $1.paragraphs.map(\.text).joined(separator: "/")
            )
        }
    }
}

/// A page whose comments are numbered from 1, each with its author.
func page(titled title: String = "The harbour", _ comments: [(author: String?, words: String)]) -> (
    statement: Discussion.Statement, comments: [Comment]
) {
    let paragraph = Paragraph(index: 1, segmenting: "The harbour needs a wall.")
    let statement = Discussion.Statement(
        title: title,
        standfirst: nil,
        caption: nil,
        paragraphs: [paragraph],
        publisher: nil,
        sourceURL: nil
    )
    let all = comments.enumerated().map { offset, comment in
        pageComment("\(offset + 1)", comment.words, by: comment.author)
    }
    return (statement, all)
}

extension Store {
    func take(_ page: (statement: Discussion.Statement, comments: [Comment]), digest: String) async throws {
        try await importPage(page.statement, comments: page.comments, digest: digest, at: now)
    }
}
