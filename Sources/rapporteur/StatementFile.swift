internal import Discussion
internal import Foundation
internal import Networking

/// A statement with the comments below it, as it lies in a file.
struct StatementFile {
    /// Why a file is not used.
    enum ReadError: Error, CustomStringConvertible {
        case missing(path: String)
        case tooLarge(path: String, bytes: Int)
        case unreadable(path: String, reason: String)

        var description: String {
            switch self {
            case .missing(let path):
                "There is no statement at \(path), or it cannot be read. Name a file with text."
            case .tooLarge(let path, let bytes):
                "\(path) has \(bytes) bytes; a statement may have \(StatementFile.maximumBytes). Cut it into parts."
            case .unreadable(let path, let reason): "\(path): \(reason)"
            }
        }
    }

    /// A page of this size has more comments than a person reads in a month.
    static let maximumBytes = 32 << 20

    let page: ParsedPage
    let digest: String

    /// - Throws: ``ReadError``.
    init(path: String) throws {
        try self.init(Self.bytes(path: path), path: path)
    }

    /// - Parameter path: Where the bytes come from, for errors.
    /// - Throws: ``ReadError``.
    init(_ bytes: [UInt8], path: String) throws {
        digest = "\(SHA256Digest(of: bytes))"
        do {
            page = try PageParser.parse(bytes, sha256: digest)
        } catch {
            throw ReadError.unreadable(path: path, reason: "\(error)")
        }
    }

    /// - Throws: ``ReadError``.
    static func bytes(path: String) throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        guard size <= maximumBytes else { throw ReadError.tooLarge(path: path, bytes: size) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ReadError.missing(path: path)
        }
        return Array(data)
    }

    /// The statement that comes with the program: below the folder we are in, or beside the program's own.
    static func seed() throws -> String {
        let name = "seeds/on-the-invasion-of-ukraine.txt"
        var folders = [FileManager.default.currentDirectoryPath]
        var folder = Bundle.main.bundleURL.standardizedFileURL
        for _ in 0..<5 {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) }
        guard let found else { throw ReadError.missing(path: name) }
        return found
    }
}
