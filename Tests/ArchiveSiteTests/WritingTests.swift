import ArchiveSite
import Discussion
import Foundation
import Testing
import TestSupport

@Suite struct `Sites for other programs to check` {
    static let folder = ProcessInfo.processInfo.environment["RAPPORTEUR_SITE"]

    /// `Tests/Acceptance/site` has what checks them.
    @Test(.enabled(if: folder != nil, "RAPPORTEUR_SITE says where to write them"))
    func `are written`() throws {
        let folder = URL(fileURLWithPath: Self.folder ?? "")
        let page = try Seed.page()
        let summary = [1: Self.summary(of: page)]
        let settings = Site.settings(hasPageForEachComment: true, summaries: summary)
        try write(try Site.seed(settings), to: folder.appending(path: "seed"))
        let long = MadeUpDiscussion(of: page, comments: 5_000).comments
        let unspoken = Statement(
            title: "What was said in rooms that follow no statement",
            standfirst: nil,
            caption: nil,
            paragraphs: [],
            publisher: nil,
            sourceURL: nil
        )
        let archive = ArchiveInMemory([(page.statement, long), (unspoken, Array(page.comments.prefix(2)))])
        let site = try ArchiveSite(archive: archive, settings: Site.settings(summaries: summary))
        try write(site, to: folder.appending(path: "long"))
    }

    private func write(_ site: ArchiveSite, to folder: URL) throws {
        try site.forEachPath { path in
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(#require(try site.page(at: path)).bytes).write(to: file)
        }
    }

    private static func summary(of page: ParsedPage) -> SiteSummary {
        func passage(_ comment: Int, _ sentence: Int) -> SiteSummary.Passage {
            let chosen = page.comments[comment]
            let text = chosen.paragraphs[0].sentences[sentence].text
            return .init(text: text, key: chosen.label.rawValue, author: nil)
        }
        return SiteSummary(
            groups: [
                .init(heading: "NATO, war", passages: [passage(0, 1), passage(1, 1)]),
                .init(heading: "Also", passages: [passage(2, 1), passage(4, 1)]),
            ],
            lastLine: "Read 5 comments, authors unknown; quotes 4."
        )
    }
}
