package import Discussion
internal import Foundation

/// Reads an archive of ours, JSON Lines, as `export` writes it.
package struct ArchiveLinesReader: DiscussionSource {
    private var lines: DiscussionLineReader

    package init(lines: DiscussionLineReader) {
        self.lines = lines
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        var statement: Int?
        var isFirst = true
        while let line = try lines.next() {
            let unreadable = SourcePiece.remark(SourceRemark(.lineUnreadable, at: "line \(line.number)"))
            switch Self.read(line.bytes) {
            case .archive(let version):
                guard version == 1 else { throw ReadError.version(version) }
            case .statement(let read):
                statement = read.number
                try await body(.statement(read.statement))
            // Comments stand right behind their statement; others have lost theirs.
            case .comment(let read) where read.statement == statement:
                for piece in read.pieces { try await body(piece) }
            case .other: break
            case .comment, nil:
                if isFirst { throw ReadError.notArchive }
                try await body(unreadable)
            }
            isFirst = false
        }
        if isFirst { throw ReadError.notArchive }
    }

    private static func read(_ bytes: [UInt8]) -> ArchiveLine? {
        do {
            return try JSONDecoder().decode(ArchiveLine.self, from: Data(bytes))
        } catch {
            return nil
        }
    }
}

extension ArchiveLinesReader {
    /// Why an archive cannot be read.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case notArchive
        case version(Int)

        package var description: String {
            switch self {
            case .notArchive:
                "This is not an archive: its first line was expected to be an object with `\"type\":\"archive\"`."
            case .version(let version):
                "The archive has the format of version \(version); version 1 can be read. Read it with the program "
                    + "that wrote it, or a newer one."
            }
        }
    }
}
