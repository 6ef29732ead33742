internal import Discussion
internal import Foundation

/// A line for the archive, then one for each statement and, behind it, one for each of its comments: what is answered
/// before what answers it.
struct JSONLinesWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    func write(to sink: (String) throws -> Void) throws {
        let encoder = JSONEncoder.house()
        func write(_ line: some Encodable) throws {
            try sink(String(decoding: encoder.encode(line), as: UTF8.self) + "\n")
        }

        try write(ArchiveHeadJSON(options))
        for statement in try archive.statements() {
            try write(ArchiveStatementJSON(statement))
            try archive.forEachComment(on: statement.number, in: .made) { comment in
                try write(ArchiveCommentJSON(comment, on: statement.number))
            }
        }
    }
}
