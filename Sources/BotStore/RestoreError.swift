/// Why a backup is not put in the place of the database, which stays as it was.
package enum RestoreError: Error, Hashable, CustomStringConvertible {
    case insideData(path: String)
    case unreadable(path: String, reason: String)
    case notABackup(path: String)
    case cut(path: String, found: Int, expected: Int)
    case damaged(path: String, reason: String)
    case newerVersion(path: String)
    case isThere(path: String)
    case beingRead(path: String)
    case noRemovals(path: String)
    case fewRemovals(path: String, first: Int, last: Int, expected: Int)
    case notWritten(path: String, reason: String, NeededRoom)
    case notReplaced(path: String, reason: String)

    package var description: String {
        switch self {
        case .insideData(let path):
            "\(path) is in the data directory, in which removed words are cleaned away, and a backup keeps them. Move it "
                + "elsewhere first."
        case .unreadable(let path, let reason):
            "The backup \(path) cannot be read (\(reason)). Name a file that rapporteur backup made."
        case .notABackup(let path):
            "\(path) is no backup that rapporteur made. Name a file that rapporteur backup made."
        case .cut(let path, let found, let expected):
            "The backup \(path) is not whole: it has \(found) bytes, and should have \(expected). Copy it again, or take "
                + "another."
        case .damaged(let path, let reason):
            "The backup \(path) is damaged (\(reason)). Copy it again, or take another."
        case .newerVersion(let path):
            "The backup \(path) was made by a newer version of rapporteur. Install that version."
        case .isThere(let path):
            "There is a database already, \(path). To put the backup in its place and remove it, add --replace."
        case .beingRead(let path):
            "Somebody is reading \(path) just now, perhaps to back it up. Try again when that is done."
        case .noRemovals(let path): "There is no list of removals at \(path). \(Self.help)"
        case .fewRemovals(let path, let first, let last, let expected):
            "The list of removals \(path) has \(last == 0 ? "none" : "number \(max(first, 1)) to \(last)"), and the backup "
                + "knows \(expected). \(Self.help)"
        case .notWritten(let path, let reason, let room):
            "The backup cannot be copied to \(path) (\(reason)). \(room) Nothing was changed."
        case .notReplaced(let path, let reason):
            "The database \(path) cannot be replaced (\(reason)). Nothing was changed."
        }
    }

    private static let help = """
        It says what was removed since the backup was made. Put the latest copy of it there, or name it with --removals; \
        if it is lost, add --without-removals, and words that people have taken back may be there again.
        """
}
