internal import Foundation

/// The list of what was removed, in a file outside the database, a line of JSON an entry.
///
/// A backup of the database does not hold it: who restores an old backup reads in it what was removed since. An
/// entry is on the disk before the removal is committed; one that is there twice, or whose removal never was
/// committed, does no harm. All of it is written within a write of the database, so by one process at a time.
struct RemovalList: Sendable {
    /// Where it stands.
    let path: String

    /// A line: which database it is about, and which of its entries it is.
    struct Line: Hashable, Codable {
        let store: String
        /// From 1; 0 for the line at the head of a list, which only says whose it is.
        let number: Int64
        /// nil at the head.
        let entry: RemovalEntry?
    }

    /// - Parameter path: nil where it stands beside the database.
    init(path: String?, directory: String) {
        self.path = path ?? directory + "/removals.jsonl"
    }

    /// Adds entries, and returns when they are on the disk.
    ///
    /// - Throws: ``WriteError``.
    func append(_ entries: [RemovalEntry], store: String, after count: Int64) throws {
        let text = try Self.text(of: Self.lines(of: entries, store: store, after: count))
        do {
            try FileSystem.append(text, to: path) { Self.line(from: $0) != nil }
        } catch {
            throw WriteError(path: path, reason: error.reason)
        }
    }

    /// Writes the whole list anew, so that its last entry has the number of all that were counted.
    ///
    /// - Throws: ``WriteError``.
    func write(_ entries: [RemovalEntry], store: String, count: Int64) throws {
        let head = Line(store: store, number: 0, entry: nil)
        let lines = Self.lines(of: entries, store: store, after: count - Int64(entries.count))
        let text = try Self.text(of: [head] + lines)
        do {
            try FileSystem.replace(path, with: text)
        } catch {
            throw WriteError(path: path, reason: error.reason)
        }
    }

    private static func lines(of entries: [RemovalEntry], store: String, after count: Int64) -> [Line] {
        entries.enumerated().map { offset, entry in
            Line(store: store, number: count + Int64(offset) + 1, entry: entry)
        }
    }

    private static func text(of lines: [Line]) throws -> String {
        try lines.map { try RowJSON.text($0) + "\n" }.joined()
    }

    static func line(from bytes: some Sequence<UInt8>) -> Line? {
        try? RowJSON.value(Line.self, from: Data(bytes))
    }
}

extension RemovalList {
    /// Why nothing can be removed: what is not on the list would come back with a backup.
    struct WriteError: Error, Hashable, CustomStringConvertible {
        let path: String
        let reason: String

        var description: String {
            "The list of removals \(path) cannot be written (\(reason)). Nothing is removed without it: make room for "
                + "it or make it yours with chown, or name another place with the setting removals."
        }
    }
}
