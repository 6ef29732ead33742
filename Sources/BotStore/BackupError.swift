internal import Foundation

/// Why there is no backup.
package enum BackupError: Error, Hashable, CustomStringConvertible {
    case insideData(path: String)
    case isThere(path: String)
    case beingWritten(path: String)
    case notWritten(path: String, reason: String, NeededRoom)
    case damaged(reason: String)

    package var description: String {
        switch self {
        case .insideData(let path):
            "\(path) is in the data directory, in which removed words are cleaned away, and a backup keeps them. Name a "
                + "file elsewhere, on another disk if there is one."
        case .isThere(let path):
            "There is \(path) already. Name another file, or replace it with --replace."
        case .beingWritten(let path):
            "Another backup to \(path) is being made. Wait until it is done, or name another file."
        case .notWritten(let path, let reason, let room):
            "The backup cannot be written to \(path) (\(reason)). \(room) Nothing is left of it."
        case .damaged(let reason):
            "The database is damaged (\(reason)), and so would be its backup; none was made. Put an older one in its "
                + "place with rapporteur restore."
        }
    }

    static func check(_ file: String, directory: String, isReplacing: Bool) throws(BackupError) {
        guard !FileSystem.isInside(file, directory: directory) else { throw .insideData(path: file) }
        guard isReplacing || !FileSystem.exists(file) else { throw .isThere(path: file) }
    }
}

/// How much room a file needs, and how much there is.
package struct NeededRoom: Hashable, Sendable, CustomStringConvertible {
    /// In bytes.
    let needed: Int
    /// In bytes; nil where nobody knows.
    let found: Int?

    init(_ needed: Int, at path: String) {
        self.needed = needed
        found = FileSystem.room(at: path)
    }

    package var description: String {
        let free = found.map { "; there are \($0.megabytes) MB free" } ?? ""
        return "It needs \(needed.megabytes) MB\(free)."
    }
}

extension Int {
    /// Bytes as megabytes, for people: `12.3`.
    package var megabytes: String { "\(self / 1_000_000).\(self / 100_000 % 10)" }
}
