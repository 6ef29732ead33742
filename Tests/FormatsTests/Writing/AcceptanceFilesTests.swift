import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

/// What `Tests/Acceptance/check.py` reads with programs that are not ours.
@Suite struct `Files of the archive` {
    private static let folder = ProcessInfo.processInfo.environment["RAPPORTEUR_ACCEPTANCE"]

    @Test(
        .enabled(if: folder != nil, "RAPPORTEUR_ACCEPTANCE names a folder"),
        arguments: ArchiveFormat.allCases
    )
    func `are written for others to read`(format: ArchiveFormat) throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let written = try Written(Nasty.archive())
        try written.data(format).write(to: folder.appending(path: format.fileName))
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `are the same each time`(format: ArchiveFormat) throws {
        let written = try Written(Nasty.archive())
        #expect(try written.data(format) == written.data(format))
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `hold each of many comments once`(format: ArchiveFormat) throws {
        let comments = (1...1_001).map { pageComment("\($0)", "Words\($0) said.") }
        let text = try Written([(Statement(text: "Text."), comments)]).text(format)
        let found = text.matches(of: /Words(\d+) said/).compactMap { Int($0.1) }
        #expect(found.sorted() == Array(1...1_001))
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `come in pieces of a size`(format: ArchiveFormat) throws {
        let comments = MadeUpThread(comments: 1_500, seed: 1).comments.map(\.comment)
        let written = Written([(Nasty.statement, comments)])
        var sizes: [Int] = []
        try format.write(written.archive, options: written.options) { sizes.append($0.count) }
        #expect(sizes.count > 3 && sizes.dropLast().allSatisfy { (65_536...70_000).contains($0) })
        #expect((1...70_000).contains(try #require(sizes.last)))
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `end where they cannot be written`(format: ArchiveFormat) throws {
        struct Full: Error {}
        let written = try Written(Nasty.archive())
        #expect(throws: Full.self) {
            try format.write(written.archive, options: written.options) { _ in throw Full() }
        }
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `are written of nothing`(format: ArchiveFormat) throws {
        #expect(try !Written([]).data(format).isEmpty)
        #expect(Set(ArchiveFormat.allCases.map(\.fileName)).count == ArchiveFormat.allCases.count)
        #expect(!format.summary.isEmpty && format.mediaType.contains("/"))
    }
}
