internal import Foundation

/// A file under another name until it is whole. Only its owner can read it.
struct PartFile: Sendable {
    /// Where it stands now.
    let path: String
    private let destination: String
    private let descriptor: Int32

    /// What SQLite makes beside a database.
    static let companions = ["-journal", "-wal", "-shm"]

    /// Makes the file, empty; what an attempt left there that was killed is gone.
    ///
    /// - Returns: nil where another process is writing it.
    /// - Throws: ``FileSystem/Failure``.
    init?(of destination: String) throws(FileSystem.Failure) {
        self.destination = destination
        path = destination + ".part"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileSystem.Failure() }
        // Between the two calls another may have made it whole and given it its name.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isSame(descriptor, path) else {
            close(descriptor)
            return nil
        }
        for name in Self.companions { unlink(path + name) }
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else {
            let failure = FileSystem.Failure()
            close(descriptor)
            throw failure
        }
    }

    /// Gives the file its name, once it is on the disk.
    func finish() throws(FileSystem.Failure) {
        guard fsync(descriptor) == 0 else { throw FileSystem.Failure() }
        try FileSystem.rename(path, to: destination)
        close(descriptor)
    }

    /// Leaves nothing of a file that has not got its name.
    func discard() {
        for name in [""] + Self.companions { unlink(path + name) }
        close(descriptor)
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev
    }
}
