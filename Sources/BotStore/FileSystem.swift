internal import Foundation

/// What a file that must survive a power cut needs of the system.
enum FileSystem {
    /// What the system answered, in its own words.
    struct Failure: Error {
        let reason: String

        init() { reason = String(cString: strerror(errno)) }
    }

    /// An empty file that nobody but its owner can read; what stood there before is gone.
    static func makeEmptyFile(_ path: String) throws(Failure) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        guard unlink(path) == 0 || errno == ENOENT else { throw Failure() }
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        handOver(descriptor, at: path)
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
    ///
    /// - Parameter isLine: Whether what follows the last end of a line is a line all the same. What is none was cut
    ///   short when it was written, and is taken off.
    static func append(_ text: String, to path: String, after isLine: ([UInt8]) -> Bool) throws(Failure) {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        if isNew { handOver(descriptor, at: path) }
        let size = lseek(descriptor, 0, SEEK_END)
        let rest = try end(of: descriptor, size: size)
        let (begins, keeps) =
            rest.isEmpty ? ("", size) : isLine(rest) ? ("\n", size) : ("", size - rest.count)
        do throws(Failure) {
            guard ftruncate(descriptor, keeps) == 0 else { throw Failure() }
            try write(Array((begins + text).utf8), to: descriptor)
            guard fsync(descriptor) == 0 else { throw Failure() }
        } catch {
            // Half a line is worse than none.
            ftruncate(descriptor, keeps)
            throw error
        }
        if isNew { try flush(folder(of: path)) }
    }

    /// Puts a file with this text in the place of another, whole or not at all; only its owner can read it.
    static func replace(_ path: String, with text: String) throws(Failure) {
        let part = path + ".part"
        try makeEmptyFile(part)
        do throws(Failure) {
            try append(text, to: part) { _ in true }
            try rename(part, to: path)
        } catch {
            unlink(part)
            throw error
        }
    }

    /// The bytes after the last end of a line: of a file of lines, none.
    private static func end(of descriptor: Int32, size: Int) throws(Failure) -> [UInt8] {
        let bytes = try bytes(of: descriptor, from: max(size - longestLine, 0), count: min(size, longestLine))
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).last.map(Array.init) ?? []
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure() }
            written += count
        }
    }

    /// Much longer than any line that is written here, in bytes.
    static let longestLine = 65_536

    /// Removes a file, if it is there.
    static func remove(_ path: String) throws(Failure) {
        guard unlink(path) == 0 || errno == ENOENT else { throw Failure() }
    }

    /// Gives a file another name in its directory, for good.
    static func rename(_ path: String, to other: String) throws(Failure) {
        guard Foundation.rename(path, other) == 0 else { throw Failure() }
        try flush(folder(of: other))
    }
}
