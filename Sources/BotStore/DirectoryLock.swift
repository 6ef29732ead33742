internal import Foundation

/// Keeps others out of a data directory for as long as this process lives.
struct DirectoryLock: Sendable {
    /// What is taken.
    enum Kind {
        /// The directory, in which one bot works at a time. It is made, readable by its owner only.
        case bot
        /// A place beside that bot: several have one at a time.
        case beside
    }

    let kind: Kind
    private let descriptor: Int32

    /// - Parameter alone: Whether nobody else may have what is taken.
    /// - Throws: ``Store/OpenError``.
    init(directory: String, _ kind: Kind = .bot, alone: Bool = true) throws {
        self.kind = kind
        if kind == .bot { try Self.make(directory) }
        let path = directory + (kind == .bot ? "/lock" : "/lock.beside")
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Store.OpenError.notWritable(directory: directory, reason: Self.reason(errno))
        }
        FileSystem.handOver(descriptor, at: path)
        guard flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            Glibc.close(descriptor)
            throw Store.OpenError.inUse(directory: directory)
        }
    }

    func release() {
        Glibc.close(descriptor)
    }

    private static func make(_ directory: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Store.OpenError.notWritable(directory: directory, reason: reason(error))
        }
    }

    /// Foundation tells the code of the system only inside its own error.
    private static func reason(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
        return reason(Int32(clamping: (cause as NSError).code))
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
