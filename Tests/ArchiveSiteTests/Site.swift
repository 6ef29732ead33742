import ArchiveSite
import Discussion
import Foundation
import TestSupport

/// Sites to look at.
enum Site {
    static func settings(
        hasPageForEachComment: Bool = false,
        address: String? = nil,
        summaries: [Int: SiteSummary] = [:]
    ) -> SiteSettings {
        SiteSettings(
            title: "Archive of a reading group",
            address: address,
            writtenAt: Date(timeIntervalSince1970: 1_790_000_000),
            language: "en",
            hasPageForEachComment: hasPageForEachComment,
            summaries: summaries
        )
    }

    /// The page in `seeds/` as it is.
    static func seed(_ settings: SiteSettings = settings()) throws -> ArchiveSite {
        let page = try Seed.page()
        return try ArchiveSite(
            archive: ArchiveInMemory([(page.statement, page.comments)]),
            settings: settings
        )
    }

    /// The statement with a long discussion.
    static func madeUp(comments: Int, _ settings: SiteSettings = settings()) throws -> ArchiveSite {
        let page = try Seed.page()
        let discussion = MadeUpDiscussion(of: page, comments: comments)
        return try ArchiveSite(
            archive: ArchiveInMemory([(page.statement, discussion.comments)]),
            settings: settings
        )
    }

    /// A small statement with these comments.
    static func small(_ comments: [Comment], _ settings: SiteSettings = settings()) throws -> ArchiveSite {
        let statement = Statement(
            title: "On <bread> & roses",
            standfirst: nil,
            caption: nil,
            paragraphs: Paragraph.paragraphs(
                of: "We want bread. We want \"roses\", too.\nBoth, <b>today</b>."
            ),
            publisher: nil,
            sourceURL: nil
        )
        return try ArchiveSite(archive: ArchiveInMemory([(statement, comments)]), settings: settings)
    }
}

extension ArchiveSite {
    var paths: [String] {
        get throws {
            var paths: [String] = []
            try forEachPath { paths.append($0) }
            return paths
        }
    }

    func text(at path: String) throws -> String? {
        try page(at: path).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The pages of HTML whose paths have this in them, by path.
    func htmlPages(with part: String = "") throws -> [String: ReadPage] {
        var pages: [String: ReadPage] = [:]
        try forEachPath { path in
            guard path.hasSuffix(".html"), part.isEmpty || path.contains(part) else { return }
            pages[path] = try text(at: path).map { ReadPage($0) }
        }
        return pages
    }
}
