import Discussion
import Foundation
import TestSupport

@testable import Formats

/// An archive, and what is written of it.
struct Written {
    let archive: any PublishedArchive
    var siteURL: String? = "https://example.org/archive/"

    /// Statements from 1 on.
    init(_ discussions: [(statement: Statement, comments: [Discussion.Comment])]) {
        archive = ArchiveInMemory(discussions)
    }

    init(_ archive: any PublishedArchive) {
        self.archive = archive
    }

    static let now = Date(timeIntervalSince1970: 1_772_359_200)

    var options: ArchiveOptions {
        let siteURL = siteURL
        return ArchiveOptions(
            title: "Words & <deeds>",
            generator: "Rapporteur",
            writtenAt: Self.now,
            siteURL: siteURL,
            address: { statement, key in
                siteURL.map { "\($0)s\(statement)/" + (key.map { "c/\($0)/" } ?? "") }
            }
        )
    }

    func data(_ format: ArchiveFormat) throws -> Data {
        var data = Data()
        try format.write(archive, options: options) { data += $0 }
        return data
    }

    func text(_ format: ArchiveFormat) throws -> String { String(decoding: try data(format), as: UTF8.self) }

    /// All comments, in the order in which they were made.
    func comments() throws -> [(statement: Int, comment: PublishedComment)] {
        try archive.statements().flatMap { statement in
            try archive.comments(on: statement.number, in: .made, from: 0, limit: .max)
                .map { (statement.number, $0) }
        }
    }
}
