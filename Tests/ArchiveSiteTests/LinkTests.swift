import ArchiveSite
import Discussion
import Testing
import TestSupport

@Suite struct `The links of a site` {
    @Test(arguments: [false, true])
    func `lead to what is there`(hasPageForEachComment: Bool) throws {
        let settings = Site.settings(hasPageForEachComment: hasPageForEachComment)
        for site in [try Site.seed(settings), try Site.madeUp(comments: 400, settings)] {
            let pages = try site.htmlPages()
            let others = Set(try site.paths)
            for (path, page) in pages {
                for link in page.links {
                    guard let target = ReadPage.target(of: link, at: path) else { continue }
                    #expect(others.contains(target.path), "\(path) links to \(link)")
                    guard let id = target.id else { continue }
                    #expect(pages[target.path]?.ids.contains(id) == true, "\(path) links to \(link)")
                }
            }
        }
    }

    @Test func `stay when a discussion grows`() throws {
        let before = try Site.madeUp(comments: 1_000).htmlPages(with: "/thread-")
        let page = try Seed.page()
        let earlier = MadeUpDiscussion(of: page, comments: 1_000).comments
        let later =
            earlier
            + (1...300).map { pageComment("new\($0)", "One more.", parent: $0 % 3 == 0 ? "c\($0)" : nil) }
        let grown = try ArchiveSite(
            archive: ArchiveInMemory([(page.statement, later)]),
            settings: Site.settings()
        )
        let after = try grown.htmlPages(with: "/thread-")
        for (path, page) in before {
            let group = try #require(Self.group(of: path))
            let ids = Set(after.filter { Self.group(of: $0.key) == group }.values.flatMap(\.ids))
            for id in page.ids where id.hasPrefix("c-") { #expect(ids.contains(id), "\(path)#\(id)") }
        }
    }

    /// `thread-4` of `s/1/thread-4-2.html`.
    private static func group(of path: String) -> Substring? {
        let parts = path.split { "/-.".contains($0) }
        return parts.contains("thread") ? parts[3] : nil
    }

    @Test func `have each path once, and a page for each`() throws {
        for site in [
            try Site.seed(), try Site.madeUp(comments: 300, Site.settings(hasPageForEachComment: true)),
        ] {
            let paths = try site.paths
            #expect(Set(paths).count == paths.count)
            for path in paths { #expect(try site.page(at: path) != nil, "\(path)") }
        }
    }

    @Test(arguments: [
        "s", "s/1/x.html", "s/2/index.html", "s/01/index.html", "s/1/thread-9.html", "s/1/thread-01.html",
        "s/1/thread-1-1.html", "s/1/thread-0.html", "s/1/thread--1.html", "s/1/day-2026-13-01.html",
        "s/1/c/1.html",
        "s/1/search/words-99.json", "s/1/search/texts--1.json", "../index.html", "s/1/../../index.html",
        "/index.html",
        "s/1/paragraph-99.html", "s/1/day-2022-02-25-9.html", "s/1/c/_.html", "s/1/c/_zz.html", "s/1/c/.html",
    ])
    func `lead nowhere else`(path: String) throws {
        let site = try Site.seed()
        #expect(try site.page(at: path) == nil)
        #expect(String(decoding: site.missingPage(at: path).bytes, as: UTF8.self).contains("Nothing here"))
    }

    @Test func `may end at a folder`() throws {
        let site = try Site.seed()
        #expect(try site.page(at: "") == site.page(at: "index.html"))
        #expect(try site.page(at: "s/1/") == site.page(at: "s/1/index.html"))
    }
}
