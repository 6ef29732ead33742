internal import Foundation
internal import Networking

/// A file that only its owner may read.
package struct SecretFile: Hashable, Sendable {
    /// What it holds.
    package enum Secret: String, Hashable, Sendable {
        case token = "access token"
        case password
    }

    package let path: String
    let secret: Secret

    init(path: String, holds secret: Secret) {
        self.path = path
        self.secret = secret
    }

    /// Why there is no secret.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case missing(path: String, holds: Secret)
        case readableByOthers(path: String, mode: String)
        case empty(path: String, holds: Secret)
        case notASession(path: String)

        package var description: String {
            switch self {
            case .missing(let path, .token):
                "There is no token file at \(path), or it cannot be read. \(Self.whatToType(path))"
            case .missing(let path, .password):
                "There is no password file at \(path), or it cannot be read. Put the account's password there."
            case .readableByOthers(let path, let mode):
                "Others may read \(path) (mode \(mode)). Type: chmod 600 \(path)"
            case .empty(let path, let secret):
                "The file \(path) holds no \(secret.rawValue), or more than one line. Put the \(secret.rawValue) there."
            case .notASession(let path):
                "The token file \(path) holds JSON without an access_token. \(Self.whatToType(path))"
            }
        }

        private static func whatToType(_ path: String) -> String {
            "Type: rapporteur login --token-file \(path) --user-id @name:server"
        }
    }

    /// Why a secret cannot be kept.
    package enum WriteError: Error, Hashable, CustomStringConvertible {
        case cannotWrite(path: String, reason: String)

        package var description: String {
            switch self {
            case .cannotWrite(let path, let reason):
                "A new token cannot be written to \(path) (\(reason)). The folder must be writable for the bot."
            }
        }
    }

    /// The text, without white space at its ends.
    ///
    /// - Throws: ``ReadError``.
    func read() throws(ReadError) -> String {
        do {
            return try PrivateFile.text(at: path)
        } catch {
            switch error {
            case .missing: throw .missing(path: path, holds: secret)
            case .readableByOthers(let mode): throw .readableByOthers(path: path, mode: mode)
            case .empty: throw .empty(path: path, holds: secret)
            }
        }
    }

    /// Puts a new file in the place of the old one. After a power cut there is the one or the other, whole. Should its
    /// name be a link, the link stays, and what it names is written anew.
    ///
    /// - Throws: ``WriteError``.
    func write(_ bytes: [UInt8]) throws(WriteError) {
        let target = PrivateFile.resolved(path)
        let temporary = target + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure() }
        let isWritten = Self.writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let error = errno
        close(descriptor)
        guard isWritten else {
            unlink(temporary)
            throw failure(error)
        }
        guard rename(temporary, target) == 0 else { throw failure() }
        try syncFolder(of: target)
    }

    /// Without it the new name may be lost though the new file is not.
    private func syncFolder(of target: String) throws(WriteError) {
        let folder = open((target as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure() }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure() }
    }

    private func failure(_ code: Int32 = errno) -> WriteError {
        .cannotWrite(path: path, reason: String(cString: strerror(code)))
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
