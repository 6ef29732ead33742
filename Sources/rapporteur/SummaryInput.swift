internal import ArgumentParser
internal import Foundation
internal import Formats

/// A file, or standard input, from which discussions are read.
struct SummaryInput {
    /// What it may hold.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        /// A statement with the comments below it.
        case text
        /// A discussion a line.
        case jsonl
    }

    /// What it holds, read only as far as is needed.
    enum Content {
        case page(StatementFile)
        case lines(DiscussionLineReader)
    }

    /// Why there is nothing to read.
    enum ReadError: Error, CustomStringConvertible {
        case missing(String)
        case isFolder(String)
        case broken(String, reason: String)

        var description: String {
            switch self {
            case .missing(let name):
                "There is no file at \(name), or it cannot be read. Name a text file, JSON Lines, or - for "
                    + "standard input."
            case .isFolder(let name): "\(name) is a folder; name the files in it."
            case .broken(let name, let reason): "\(name) cannot be read to its end: \(reason)."
            }
        }
    }

    /// As errors call it.
    let name: String
    /// How many bytes it has; nil where that is not known before it ends.
    let size: Int?
    private let descriptor: Int32

    /// - Parameter path: `-` for standard input.
    /// - Throws: ``ReadError``.
    init(path: String) throws {
        name = path == "-" ? "Standard input" : path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError.missing(path) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw ReadError.missing(path) }
        guard facts.st_mode & S_IFMT != S_IFDIR else { throw ReadError.isFolder(path) }
        size = facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : nil
    }

    /// Ends reading.
    func close() {
        if descriptor != STDIN_FILENO { Glibc.close(descriptor) }
    }

    /// What it holds.
    ///
    /// - Parameters:
    ///   - kind: As what it is read; nil to find out: JSON Lines begin with a brace.
    ///   - heard: Called with how many bytes have come.
    /// - Throws: ``ReadError``, or ``StatementFile/ReadError`` for a page.
    func content(as kind: Kind?, heard: @escaping (Int) -> Void) throws -> Content {
        var beginning: [UInt8] = []
        var first: UInt8?
        while first == nil, beginning.count < 1 << 20 {
            let more = try piece(heard)
            if more.isEmpty { break }
            beginning += more
            first = beginning.first { !Self.mayComeFirst.contains($0) }
        }
        guard kind ?? (first == UInt8(ascii: "{") ? .jsonl : .text) == .text else {
            return .lines(DiscussionLineReader(beginning: beginning) { try piece(heard) })
        }
        while beginning.count <= StatementFile.maximumBytes {
            let more = try piece(heard)
            if more.isEmpty { return .page(try StatementFile(beginning, path: name)) }
            beginning += more
        }
        throw StatementFile.ReadError.tooLarge(path: name, bytes: size ?? beginning.count)
    }

    /// White space, and the byte order mark.
    private static let mayComeFirst: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]

    private func piece(_ heard: (Int) -> Void) throws -> [UInt8] {
        var count = 0
        let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, initialized in
            repeat {
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && errno == EINTR
            guard count >= 0 else { throw ReadError.broken(name, reason: String(cString: strerror(errno))) }
            initialized = count
        }
        heard(count)
        return bytes
    }
}
