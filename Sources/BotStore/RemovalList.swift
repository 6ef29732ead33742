internal import Foundation

/// The list of what was removed, in a file beside the database, a line of JSON an entry.
///
/// A backup of the database does not hold it: who restores an old backup reads in it what was removed since. An
/// entry is on the disk before the removal is committed; one that is there twice, or whose removal never was
/// committed, does no harm.
struct RemovalList: Sendable {
    /// Where it stands.
    let path: String

    /// A line: which database it is about, and which of its entries it is.
    struct Line: Hashable, Codable {
        let store: String
        /// From 1.
        let number: Int64
        let entry: RemovalEntry
    }

    init(directory: String) {
        path = directory + "/removals.jsonl"
    }

    /// Adds entries, and returns when they are on the disk.
    ///
    /// - Throws: ``FileSystem/Failure``.
    func append(_ entries: [RemovalEntry], store: String, after count: Int64) throws {
        var text = ""
        for (offset, entry) in entries.enumerated() {
            let line = Line(store: store, number: count + Int64(offset) + 1, entry: entry)
            text += try RowJSON.text(line) + "\n"
        }
        try FileSystem.append(text, to: path)
    }
}
