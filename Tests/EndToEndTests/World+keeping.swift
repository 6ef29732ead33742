import Endpoint
import Foundation
import GRDB
import MatrixTypes
import Testing

extension World {
    /// Where backups are made.
    var backup: String { folder.path + "/backup" }

    /// Runs a command about the bot's data to its end.
    func run(_ arguments: String..., input: String = "") async throws -> Program.Result {
        try await Program.run(arguments + ["--data", dataDirectory], input: input)
    }

    /// Whether any file of the data directory holds these words.
    func hasBytes(of words: String) throws -> Bool { try Self.hasBytes(of: words, in: dataDirectory) }

    static func hasBytes(of words: String, in directory: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: directory).contains { name in
            try Data(contentsOf: URL(filePath: directory + "/" + name)).range(of: Data(words.utf8)) != nil
        }
    }

    /// The names in the data directory, but for those of a database that is open.
    func names() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: dataDirectory))
            .subtracting(["rapporteur.sqlite-wal", "rapporteur.sqlite-shm"])
    }

    /// What a query finds in a database.
    func texts(_ sql: String, in file: String? = nil) throws -> [String] {
        let queue = try DatabaseQueue(path: file ?? dataDirectory + "/rapporteur.sqlite")
        defer { try? queue.close() }
        return try queue.read { try String.fetchAll($0, sql: sql) }
    }

    /// The comments that have words, in their order.
    func comments(in file: String? = nil) throws -> [String] {
        try texts(
            "SELECT body FROM comment WHERE removed_at IS NULL AND origin = 'chat' ORDER BY id",
            in: file
        )
    }

    /// Whether the words of a message were taken out of the room.
    func isRedacted(_ event: EventID) -> Bool {
        homeserver.timeline(of: room).contains { $0.id == event && $0.isRedacted }
    }

    /// Somebody deletes a message of theirs.
    func delete(_ event: EventID, as person: UserID) throws {
        try homeserver.redact(event, reason: nil, transaction: nil, in: room, as: person)
    }
}
