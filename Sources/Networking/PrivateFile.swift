internal import Foundation

/// A text that only its owner may read, such as a password or a key.
package enum PrivateFile {
    /// Why there is none.
    package enum ReadError: Error, Hashable {
        case missing
        /// Others may read it, too; the mode in octal.
        case readableByOthers(mode: String)
        case empty
    }

    /// The text, without white space at its ends. A link is followed.
    ///
    /// - Throws: ``ReadError``.
    package static func text(at path: String) throws(ReadError) -> String {
        let target = resolved(path)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue,
            attributes[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: target)
        else { throw .missing }
        guard mode & 0o077 == 0 else { throw .readableByOthers(mode: String(mode & 0o777, radix: 8)) }
        let text = String(decoding: data.prefix(longest), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw .empty }
        return text
    }

    /// Where a file is, should its name be a link.
    package static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// In bytes; what stands behind them is not read.
    private static let longest = 16_384
}
