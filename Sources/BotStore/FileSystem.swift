internal import Foundation

/// What a file that must survive a power cut needs of the system.
enum FileSystem {
    /// What the system answered, in its own words.
    struct Failure: Error {
        let reason: String

        fileprivate init() { reason = String(cString: strerror(errno)) }
    }

    /// An empty file that nobody but its owner can read; what stood there before is gone.
    static func makeEmptyFile(_ path: String) throws(Failure) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        guard unlink(path) == 0 || errno == ENOENT else { throw Failure() }
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        close(descriptor)
    }

    /// Returns when the bytes of a file, or the names in a directory, are on disk.
    static func flush(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure() }
    }

    /// Adds a text to a file that only its owner can read, made if it is not there, and returns when it is on disk.
    static func append(_ text: String, to path: String) throws(Failure) {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let failure = Failure()
            // Half a line is worse than none.
            ftruncate(descriptor, end)
            throw failure
        }
        if isNew { try flush(URL(fileURLWithPath: path).deletingLastPathComponent().path) }
    }

    /// Gives a file another name in its directory, for good.
    static func rename(_ path: String, to other: String) throws(Failure) {
        guard Foundation.rename(path, other) == 0 else { throw Failure() }
        try flush(URL(fileURLWithPath: other).deletingLastPathComponent().path)
    }
}
