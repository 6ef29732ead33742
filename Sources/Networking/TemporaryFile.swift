internal import struct Foundation.UUID
internal import Glibc

/// A file that only its owner may read, until it is removed.
struct TemporaryFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// - Throws: ``WebFetchError/disk(code:)``.
    init(in folder: String) throws(WebFetchError) {
        path = "\(folder)/rapporteur-\(UUID())"
        // Never takes what lies there already.
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .disk(code: errno) }
    }

    /// - Throws: ``WebFetchError/disk(code:)``.
    func append(_ bytes: UnsafeRawBufferPointer) throws(WebFetchError) {
        var left = bytes
        while !left.isEmpty {
            let count = write(descriptor, left.baseAddress, left.count)
            guard count > 0 || errno == EINTR else { throw .disk(code: errno) }
            left = UnsafeRawBufferPointer(rebasing: left.dropFirst(max(0, count)))
        }
    }

    func remove() {
        close(descriptor)
        unlink(path)
    }
}
