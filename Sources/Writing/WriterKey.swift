internal import Foundation

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
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue,
            attributes[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: target)
        else { throw .missing(path: path) }
        guard mode & 0o077 == 0 else {
            throw .readableByOthers(path: path, mode: String(mode & 0o777, radix: 8))
        }
        text = String(decoding: data.prefix(16_384), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .empty(path: path)
        }
    }

    /// Not the key.
    package var description: String { "a key" }
}
