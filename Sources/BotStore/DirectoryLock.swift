internal import Foundation

/// Keeps a second process out of a data directory for as long as this one lives.
struct DirectoryLock: Sendable {
    private let descriptor: Int32

    /// Makes the directory, readable by its owner only, and takes it.
    init(directory: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Store.OpenError.notWritable(directory: directory, reason: Self.reason(error))
        }
        descriptor = Glibc.open(directory + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Store.OpenError.notWritable(directory: directory, reason: Self.reason(errno))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(descriptor)
            throw Store.OpenError.inUse(directory: directory)
        }
    }

    func release() {
        Glibc.close(descriptor)
    }

    /// Foundation tells the code of the system only inside its own error.
    private static func reason(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
        return reason(Int32(clamping: (cause as NSError).code))
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
