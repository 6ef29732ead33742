package import Foundation
internal import GRDB

/// A backup that was made.
package struct Backup: Hashable, Sendable {
    package let path: String
    package let bytes: Int
    /// Comments whose words are in it.
    package let comments: Int
    /// How many entries the list of removals had. What it gets from now on is not in the backup.
    package let removals: Int
    /// Where that list stands.
    package let list: String
}

extension Store {
    /// Copies the database of a data directory into a file, as it is at one moment, while a bot may be running on it:
    /// reading holds up nobody who writes.
    ///
    /// The file has its name when it is whole and on the disk, and never before.
    ///
    /// - Parameters:
    ///   - isReplacing: Whether a file of that name may be replaced.
    ///   - removals: The path of the list of removals; nil where it stands in the directory.
    ///   - progress: Is told how many bytes are copied, and of how many.
    /// - Throws: ``BackupError``, ``OpenError``.
    package static func backup(
        directory: String,
        to file: String,
        isReplacing: Bool,
        removals: String?,
        at now: Date,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> Backup {
        let path = path(in: directory)
        guard exists(in: directory) else { throw OpenError.missing(directory: directory) }
        try BackupError.check(file, directory: directory, isReplacing: isReplacing)
        let list = RemovalList(path: removals, directory: directory)
        return try await write(to: file, needing: neededBytes(path)) { part in
            try refuseNewerVersion(path: path, Migration.all)
            let copy = try await BackupCopy.make(of: path, at: part, now: now, progress: progress)
            // Another may have come meanwhile.
            try BackupError.check(file, directory: directory, isReplacing: isReplacing)
            return Backup(
                path: file,
                bytes: try FileSystem.size(of: part),
                comments: copy.comments,
                removals: copy.removals,
                list: list.path
            )
        }
    }

    /// With what stands in the log.
    private static func neededBytes(_ path: String) -> Int {
        ["", "-wal"].reduce(0) { $0 + ((try? FileSystem.size(of: path + $1)) ?? 0) }
    }

    private static func write(
        to file: String,
        needing bytes: Int,
        _ body: (_ part: String) async throws -> Backup
    ) async throws -> Backup {
        do {
            guard let part = try PartFile(of: file) else { throw BackupError.beingWritten(path: file) }
            do {
                let backup = try await body(part.path)
                try part.finish()
                return backup
            } catch {
                part.discard()
                throw error
            }
        } catch let error as FileSystem.Failure {
            throw BackupError.notWritten(path: file, reason: error.reason, NeededRoom(bytes, at: file))
        } catch let error as DatabaseError where error.isDamage {
            throw BackupError.damaged(reason: error.reason)
        } catch let error as DatabaseError {
            throw BackupError.notWritten(path: file, reason: error.reason, NeededRoom(bytes, at: file))
        }
    }
}
