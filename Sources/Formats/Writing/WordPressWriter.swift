internal import Discussion
internal import Foundation

/// WordPress eXtended RSS 1.2: a published post for each statement, with its comments.
///
/// WordPress holds HTML: words, names and titles have `&`, `<` and `>` as entities. What it has no place for stands in
/// fields of comments and posts that begin with `rapporteur_`. An instant that is not known is WordPress's own
/// `0000-00-00 00:00:00`, except for a post, which would be taken for a draft.
struct WordPressWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    func write(to sink: (String) throws -> Void) throws {
        try sink(head)
        var comments = WordPressComments()
        for statement in try archive.statements() {
            try sink(item(statement))
            let newest = try archive.comments(on: statement.number, in: .newest, from: 0, limit: 1)
            comments.begin(withNumbersBelow: newest.first.map { $0.number + 1 } ?? 0)
            // So that what a comment answers is among those that are still open: no list of all is needed.
            try archive.forEachComment(on: statement.number, in: .reading) { comment in
                for element in comments.elements(of: comment) { try sink(element) }
            }
            try sink("</item>\n")
        }
        try sink("</channel>\n</rss>\n")
    }

    private static let login = "rapporteur"
    private static let mail = "noreply@example.invalid"

    private var head: String {
        // The importer wants an address of the site, which it changes into its own where a post links to it.
        let site = (options.siteURL ?? "https://rapporteur.invalid").xml
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"
            \txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
            \txmlns:content="http://purl.org/rss/1.0/modules/content/"
            \txmlns:dc="http://purl.org/dc/elements/1.1/"
            \txmlns:wp="http://wordpress.org/export/1.2/">
            <channel>
            <title>\(options.title.xml)</title>
            <link>\(site)</link>
            <description></description>
            <pubDate>\(options.writtenAt.feedText ?? "")</pubDate>
            <generator>\(options.generator.xml)</generator>
            <wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>\(site)</wp:base_site_url>
            <wp:base_blog_url>\(site)</wp:base_blog_url>
            <wp:author><wp:author_id>1</wp:author_id><wp:author_login>\(Self.login.cdata)</wp:author_login>\
            <wp:author_email>\(Self.mail.cdata)</wp:author_email>\
            <wp:author_display_name>\(options.generator.html().cdata)</wp:author_display_name>\
            <wp:author_first_name>\("".cdata)</wp:author_first_name>\
            <wp:author_last_name>\("".cdata)</wp:author_last_name></wp:author>

            """
    }

    /// A post without its end.
    private func item(_ published: PublishedStatement) -> String {
        let statement = published.statement
        let date = published.date ?? options.writtenAt
        let dateText = date.sqlText ?? ""
        let content = statement.paragraphs.map { "<p>\($0.text.html(isForPosts: true))</p>" }
        return """
            <item>
            <title>\(statement.title.html().cdata)</title>
            <link>\((statement.sourceURL ?? "").xml)</link>
            <pubDate>\(date.feedText ?? "")</pubDate>
            <dc:creator>\(Self.login.cdata)</dc:creator>
            <guid isPermaLink="false">\(options.identifier(of: published.number).xml)</guid>
            <description></description>
            <content:encoded>\(content.joined(separator: "\n\n").cdata)</content:encoded>
            <excerpt:encoded>\((statement.standfirst ?? "").html(isForPosts: true).cdata)</excerpt:encoded>
            <wp:post_id>\(published.number + 1)</wp:post_id>
            <wp:post_date>\(dateText.cdata)</wp:post_date>
            <wp:post_date_gmt>\(dateText.cdata)</wp:post_date_gmt>
            <wp:comment_status>\("open".cdata)</wp:comment_status>
            <wp:ping_status>\("closed".cdata)</wp:ping_status>
            <wp:post_name>\("statement-\(published.number)".cdata)</wp:post_name>
            <wp:status>\("publish".cdata)</wp:status>
            <wp:post_parent>0</wp:post_parent>
            <wp:menu_order>0</wp:menu_order>
            <wp:post_type>\("post".cdata)</wp:post_type>
            <wp:post_password>\("".cdata)</wp:post_password>
            <wp:is_sticky>0</wp:is_sticky>

            """ + published.wordPressFields.map { $0.element("wp:postmeta") }.joined()
    }
}

extension PublishedStatement {
    /// Before its first comment; nil where nobody knows.
    fileprivate var date: Date? {
        [firstAt, statement.revision?.importedAt].compactMap(\.self).filter { $0.sqlText != nil }.min()
    }

    fileprivate var wordPressFields: [WordPressField] {
        [
            WordPressField("statement", "\(number)"),
            WordPressField("publisher", statement.publisher),
            WordPressField("source_url", statement.sourceURL),
            WordPressField("caption", statement.caption?.text),
            WordPressField("revision", statement.revision.map { "\($0.number)" }),
        ]
        .compactMap(\.self)
    }
}
