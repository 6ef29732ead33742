/// Where the bot's access token comes from.
package enum TokenSource: Hashable, Sendable {
    /// A file that only its owner may read, and perhaps another with the account's password on one line, for a
    /// homeserver that wants to have it again from time to time.
    case file(String, passwordFile: String?)
    /// A token that is known to the process, of the embedded room.
    case value(String)

    /// - Throws: ``SecretFile/ReadError``.
    package func read() throws(SecretFile.ReadError) -> StoredSession {
        switch self {
        case .value(let token): StoredSession(accessToken: token)
        case .file(let path, _): try StoredSession(file: SecretFile(path: path, holds: .token))
        }
    }
}
