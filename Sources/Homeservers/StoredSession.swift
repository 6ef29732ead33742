internal import Foundation
package import MatrixTypes

/// A login as it is kept in the token file: a token, and what is needed to get the next.
package struct StoredSession: Hashable, Sendable, Codable {
    package var accessToken: String
    /// With it, a new token is had without the password. It changes with each.
    package var refreshToken: String?
    /// In milliseconds since 1970, by our clock; nil where the token lives for ever, or nobody said.
    package var expiresAtMilliseconds: Int?
    package var deviceID: String?
    package var userID: UserID?
    /// The address of the homeserver whose token it is.
    package var homeserver: String?

    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case refreshToken = "refresh_token"
        case expiresAtMilliseconds = "expires_at_ms"
        case deviceID = "device_id"
        case userID = "user_id"
        case homeserver
    }

    /// A token of which nothing else is known.
    package init(accessToken: String) {
        self.accessToken = accessToken
    }

    /// What a token file holds: the object that ``write(to:)`` writes, or a token on one line.
    ///
    /// - Throws: ``SecretFile/ReadError``.
    init(file: SecretFile) throws(SecretFile.ReadError) {
        let text = try file.read()
        if text.hasPrefix("{") {
            guard let session = try? JSONDecoder().decode(StoredSession.self, from: Data(text.utf8)),
                Self.isToken(session.accessToken)
            else { throw .notASession(path: file.path) }
            self = session
        } else {
            guard Self.isToken(text) else { throw .empty(path: file.path, holds: file.secret) }
            accessToken = text
        }
    }

    /// Writes the file anew, for its owner only; it is on the disk when this returns.
    ///
    /// - Throws: ``SecretFile/WriteError``.
    package func write(to path: String) throws(SecretFile.WriteError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(self) else {
            throw .cannotWrite(path: path, reason: "the token is no text")
        }
        try SecretFile(path: path, holds: .token).write(Array(data) + [UInt8(ascii: "\n")])
    }

    /// What goes into a header: one word of plain characters.
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }

    /// Whether the token ends within so long a time.
    func expires(within margin: Duration, of now: Date) -> Bool {
        guard let expiresAtMilliseconds else { return false }
        let left = Double(expiresAtMilliseconds) - now.timeIntervalSince1970 * 1000
        return left < margin / .milliseconds(1)
    }
}

extension StoredSession: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the tokens: descriptions end up in logs.
    package var description: String { "a login\(userID.map { " of \($0)" } ?? "")" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
