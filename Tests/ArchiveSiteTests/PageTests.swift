import ArchiveSite
import Discussion
import Foundation
import Testing
import TestSupport

@Suite struct `The pages of a site` {
    @Test func `have each comment once in the discussion`() throws {
        let pages = try Site.madeUp(comments: 2_000).htmlPages(with: "/thread-")
        let ids = pages.values.flatMap(\.ids).filter { $0.hasPrefix("c-") }
        #expect(ids.count == 2_000)
        #expect(Set(ids).count == 2_000)
        #expect(pages.values.allSatisfy { $0.ids.count { $0.hasPrefix("c-") } <= 300 })
    }

    @Test func `have every word of the seed as it is`() throws {
        let page = try Seed.page()
        let site = try Site.seed()
        let thread = try #require(try site.text(at: "s/1/thread-1.html"))
        for paragraph in page.comments.flatMap(\.paragraphs) {
            #expect(thread.contains("<p dir=\"auto\">\(escaped(paragraph.text))</p>"))
        }
        let statement = ReadPage(try #require(try site.text(at: "s/1/index.html")))
        for paragraph in page.statement.paragraphs {
            for sentence in paragraph.sentences {
                let id = "p\(paragraph.index).\(sentence.index)"
                #expect(statement.text.contains("id=\"\(id)\">\(escaped(sentence.text))</span>"))
            }
        }
    }

    @Test func `show no markup but their own`() throws {
        let odd = "<script>alert(1)</script> & \"quoted\" 'so' \u{0}\u{7}\u{202E}turned ]]> -->"
        let comment = Comment(
            label: CommentLabel("a/b \"<i>"),
            parent: nil,
            passage: .statement(PassageRange(PassagePlace(paragraph: 1))),
            author: "<img src=x onerror=alert(2)>",
            paragraphs: Paragraph.paragraphs(of: odd),
            origin: .chat,
            writtenAt: Date(timeIntervalSince1970: 1_645_803_000),
            isEdited: true,
            isRemoved: false,
            reactions: [.init(key: "\"><script>", count: 1)]
        )
        let summary = SiteSummary(
            groups: [.init(heading: "<h1>", passages: [.init(text: odd, key: "\"><x>", author: "<y>")])],
            lastLine: "<script>"
        )
        let settings = Site.settings(
            hasPageForEachComment: true,
            address: "https://a.example/\"<",
            summaries: [1: summary]
        )
        let site = try Site.small([comment], settings)
        for path in try site.paths
        where !path.hasSuffix(".js") && !path.hasSuffix(".json") && !path.hasSuffix(".css") {
            let text = try #require(try site.text(at: path))
            #expect(!text.contains("<script>") && !text.contains("<img") && !text.contains("<i>"), "\(path)")
            #expect(!text.contains("<x>") && !text.contains("<y>") && !text.contains("<b>"), "\(path)")
            #expect(!text.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{7}" }, "\(path)")
        }
        #expect(try site.paths.contains("s/1/c/a_2fb_20_22_3ci_3e.html"))
        #expect(
            try site.text(at: "s/1/c/a_2fb_20_22_3ci_3e.html")?.contains(
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            ) == true
        )
    }

    @Test func `nest answers, and say what the deepest ones answer`() throws {
        let chain = (1...12).map { number in
            pageComment(
                "\(number)",
                "Words \(number).",
                parent: number > 1 ? "\(number - 1)" : nil,
                by: "Person \(number)"
            )
        }
        let text = try #require(try Site.small(chain).text(at: "s/1/thread-1.html"))
        #expect(
            text.components(separatedBy: "<ol").count - 1 == text.components(separatedBy: "</ol>").count - 1
        )
        #expect(text.components(separatedBy: "in reply to").count - 1 == 4)
        #expect(text.contains("in reply to <a href=\"#c-11\"><bdi>Person 11</bdi></a>"))
    }

    @Test func `keep the place of removed words`() throws {
        let comments = [pageComment("1", "", isRemoved: true), pageComment("1.1", "An answer.", parent: "1")]
        let site = try Site.small(comments)
        let text = try #require(try site.text(at: "s/1/thread-1.html"))
        #expect(text.contains("Its words were removed."))
        #expect(text.contains("1 comment, 1 removed"))
        #expect(try site.text(at: "s/1/feed.atom")?.contains("comment/1<") == false)
    }

    @Test func `need no text above a discussion`() throws {
        let empty = Statement(
            title: "What was said in rooms that follow no statement",
            standfirst: nil,
            caption: nil,
            paragraphs: [],
            publisher: nil,
            sourceURL: nil
        )
        let archive = ArchiveInMemory([(empty, [pageComment("c1", "Hello.")]), (empty, [])])
        let site = try ArchiveSite(archive: archive, settings: Site.settings())
        for path in try site.paths { #expect(try site.page(at: path) != nil, "\(path)") }
        #expect(try site.text(at: "s/1/index.html")?.contains("id=\"text-title\"") == false)
        #expect(try site.text(at: "s/2/index.html")?.contains("Nobody has said anything yet.") == true)
    }

    @Test func `show what an earlier text was asked about, without a link`() throws {
        let about = Comment(
            label: CommentLabel("c1"),
            parent: nil,
            passage: .statement(PassageRange(PassagePlace(paragraph: 9, sentence: 2))),
            author: nil,
            paragraphs: Paragraph.paragraphs(of: "About what is gone."),
            origin: .chat,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
        let site = try Site.small([about])
        #expect(try site.text(at: "s/1/thread-1.html")?.contains("on ¶ 9.2 of an earlier text") == true)
        #expect(try site.paths.contains("s/1/paragraph-9.html") == false)
    }

    @Test func `show chat day by day, in parts where a day is long`() throws {
        let said = (0..<450).map { number in
            Comment(
                label: CommentLabel("c\(number + 1)"),
                parent: nil,
                passage: nil,
                author: "Ada",
                paragraphs: Paragraph.paragraphs(of: "Words \(number)."),
                origin: .chat,
                writtenAt: Date(timeIntervalSince1970: 1_772_323_200 + Double(number * 240)),
                isEdited: false,
                isRemoved: false
            )
        }
        let site = try Site.small(said)
        let days = try site.paths.filter { $0.contains("/day-") }
        #expect(days == ["s/1/day-2026-03-01.html", "s/1/day-2026-03-01-2.html", "s/1/day-2026-03-02.html"])
        let ids = try days.flatMap { try ReadPage(site.text(at: $0) ?? "").ids }.filter { $0.hasPrefix("c-") }
        #expect(ids == said.map { "c-\($0.label.rawValue)" })
        #expect(
            try site.text(at: "s/1/day-2026-03-02.html")?.contains("href=\"day-2026-03-01.html\"") == true
        )
    }

    @Test func `say when something was said, in any year`() throws {
        let seconds: [Double] = [
            0, -1, 951_782_400, -2_203_977_600, 4_102_444_799, 1_709_164_800, 13_574_563_200,
        ]
        let comments = seconds.enumerated().map { number, second in
            Comment(
                label: CommentLabel("c\(number)"),
                parent: nil,
                passage: nil,
                author: "Ada",
                paragraphs: Paragraph.paragraphs(of: "Words."),
                origin: .page,
                writtenAt: Date(timeIntervalSince1970: second),
                isEdited: false,
                isRemoved: false
            )
        }
        let text = try #require(try Site.small(comments).text(at: "s/1/thread-1.html"))
        for comment in comments {
            let date = try #require(comment.writtenAt).formatted(.iso8601)
            #expect(text.contains("datetime=\"\(date)\""), "\(date)")
        }
        #expect(text.contains("29 February 2000, 00:00 UTC"))
    }

    @Test func `run no script but the search, and load nothing from elsewhere`() throws {
        for (path, page) in try Site.madeUp(comments: 300).htmlPages() {
            #expect(page.text.contains("<script") == path.hasSuffix("search.html"), "\(path)")
            #expect(path == "404.html" || page.text.contains("default-src 'none'"), "\(path)")
            #expect(!page.text.contains(" style=") && !page.text.contains(" on" + "click"), "\(path)")
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
