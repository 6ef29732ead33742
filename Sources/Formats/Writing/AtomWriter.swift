internal import Discussion
internal import Foundation

/// An Atom feed: each statement, then the comments on it, the last first. RFC 4685 says what answers what; a comment at
/// the top of a thread answers the statement.
///
/// Atom wants an author and an instant of everything. Who is not named is called so, and what has no date was updated
/// with the statement, or else with the archive.
struct AtomWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    func write(to sink: (String) throws -> Void) throws {
        try sink(head)
        for statement in try archive.statements() {
            try sink(entry(statement))
            try archive.forEachComment(on: statement.number, in: .newest) { comment in
                try sink(entry(comment, on: statement))
            }
        }
        try sink("</feed>\n")
    }

    /// For who is not named.
    static let nobody = "author not named"

    private var head: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <id>\((options.siteURL ?? options.tag("archive")).xml)</id>
        <title>\(options.title.xml)</title>
        <updated>\(date(nil))</updated>
        <generator>\(options.generator.xml)</generator>

        """ + link("alternate", options.siteURL)
    }

    private func entry(_ published: PublishedStatement) -> String {
        let statement = published.statement
        return """
            <entry>
            <id>\(options.identifier(of: published.number).xml)</id>
            <title>\(statement.title.xml)</title>
            <author><name>\(name(statement.publisher))</name></author>
            <updated>\(date(statement.revision?.importedAt))</updated>
            \(link("alternate", options.page(of: published)))\
            \(statement.standfirst.map { "<summary>\($0.xml)</summary>\n" } ?? "")\
            <content type="html">\(content(statement.paragraphs.map(\.text)))</content>
            <thr:total>\(published.pageComments + published.chatComments)</thr:total>
            </entry>

            """
    }

    private func entry(_ published: PublishedComment, on statement: PublishedStatement) -> String {
        let comment = published.comment
        let address = options.address(statement.number, published.key)
        let written = comment.writtenAt?.rfc3339.map { "<published>\($0)</published>\n" }
        return """
            <entry>
            <id>\(options.identifier(of: statement.number, published.key).xml)</id>
            <title>\(title(of: published, on: statement.statement).xml)</title>
            <author><name>\(name(published.author))</name></author>
            \(written ?? "")\
            <updated>\(date(comment.writtenAt, statement.statement.revision?.importedAt))</updated>
            \(link("alternate", address))\
            \(answer(of: published, on: statement))\
            \(comment.isRemoved ? "<category term=\"removed\"/>\n" : "")\
            <content type="html">\(content(published.paragraphs))</content>
            \(published.replies > 0 ? "<thr:total>\(published.replies)</thr:total>\n" : "")\
            </entry>

            """
    }

    private func answer(of published: PublishedComment, on statement: PublishedStatement) -> String {
        let address =
            published.parent.map { options.address(statement.number, $0) } ?? options.page(of: statement)
        let reference = options.identifier(of: statement.number, published.parent).xml
        return "<thr:in-reply-to ref=\"\(reference)\"\(address.map { " href=\"\($0.xml)\"" } ?? "")/>\n"
    }

    private func title(of published: PublishedComment, on statement: Statement) -> String {
        let place = statement.title.isEmpty ? "" : " on \(statement.title)"
        guard !published.comment.isRemoved else { return "#\(published.key)\(place), removed" }
        return "#\(published.key)" + (published.author.map { " by \($0)" } ?? "") + place
    }

    private func name(_ author: String?) -> String {
        let name = (author ?? "").withoutControls.inOneLine
        return name.isEmpty ? Self.nobody : name.xml
    }

    private func content(_ paragraphs: [String]) -> String {
        paragraphs.map { "<p>\($0.html())</p>" }.joined(separator: "\n").xml
    }

    private func link(_ relation: String, _ address: String?) -> String {
        address.map { "<link rel=\"\(relation)\" href=\"\($0.xml)\"/>\n" } ?? ""
    }

    private func date(_ dates: Date?...) -> String {
        (dates + [options.writtenAt]).lazy.compactMap { $0?.rfc3339 }.first ?? "1970-01-01T00:00:00Z"
    }
}
