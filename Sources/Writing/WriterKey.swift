internal import Networking

/// The key of a model's API, from a file that only its owner may read. It is never shown.
package struct WriterKey: Sendable, CustomStringConvertible {
    /// Why there is no key.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case missing(path: String)
        case readableByOthers(path: String, mode: String)
        case empty(path: String)

        package var description: String {
            switch self {
            case .missing(let path):
                "There is no key file at \(path), or it cannot be read. Put the key of the model's API there, on one line."
            case .readableByOthers(let path, let mode):
                "Others may read \(path) (mode \(mode)). Type: chmod 600 \(path)"
            case .empty(let path):
                "The file \(path) holds no key, or more than one line. Put the key of the model's API there."
            }
        }
    }

    let text: String

    /// - Throws: ``ReadError``.
    package init(path: String) throws(ReadError) {
        do {
            text = try PrivateFile.text(at: path)
        } catch {
            switch error {
            case .missing: throw .missing(path: path)
            case .readableByOthers(let mode): throw .readableByOthers(path: path, mode: mode)
            case .empty: throw .empty(path: path)
            }
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .empty(path: path) }
    }

    /// Not the key.
    package var description: String { "a key" }
}
