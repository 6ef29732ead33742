internal import Foundation

/// Where the bot's access token is read from, anew at each connection.
package enum AccessToken: Sendable {
    /// A file that only its owner may read.
    case file(String)
    /// A token that is known to the process, of the embedded room.
    case value(String)

    /// Why there is no token.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case missing(path: String)
        case readableByOthers(path: String, mode: String)
        case empty(path: String)

        package var description: String {
            switch self {
            case .missing(let path):
                "There is no token file at \(path), or it cannot be read. Put the bot's access token there."
            case .readableByOthers(let path, let mode):
                "Others may read the token file \(path) (mode \(mode)). Type: chmod 600 \(path)"
            case .empty(let path):
                "The token file \(path) holds no token, or more than one line. Put the bot's access token there."
            }
        }
    }

    /// - Throws: ``ReadError``.
    package func read() throws -> String {
        switch self {
        case .value(let token): return token
        case .file(let path): return try Self.read(path)
        }
    }

    private static func read(_ path: String) throws -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue,
            let data = FileManager.default.contents(atPath: path)
        else { throw ReadError.missing(path: path) }
        guard mode & 0o077 == 0 else {
            throw ReadError.readableByOthers(path: path, mode: String(mode & 0o777, radix: 8))
        }
        let token = String(decoding: data.prefix(16_384), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard !token.isEmpty, !token.contains(where: \.isWhitespace) else {
            throw ReadError.empty(path: path)
        }
        return token
    }
}
