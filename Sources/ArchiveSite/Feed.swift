internal import Discussion
internal import struct Foundation.Date

/// The newest comments of a discussion for feed readers: Atom (RFC 4287), with what they answer (RFC 4685).
struct Feed {
    let volume: Volume

    private static let mostComments = 50

    private var here: SitePath { .feed(volume.number) }

    var page: SitePage {
        get throws {
            let comments = try volume.archive.comments(
                on: volume.number,
                in: .newest,
                from: 0,
                limit: Self.mostComments
            )
            let kept = comments.filter { !$0.comment.isRemoved }
            let updated = kept.map(date).max() ?? date(of: nil)
            let feed: Markup = """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
                <id>\(id(of: nil))</id>
                <title>\(volume.title) · newest comments</title>
                <updated>\(SiteDate(updated).iso)</updated>
                <author><name>\(volume.statement.publisher ?? volume.settings.title)</name></author>
                <link rel="self" type="application/atom+xml" href="\(link(here))"/>
                <link rel="alternate" type="text/html" href="\(link(.statement(volume.number)))"/>
                <generator>Rapporteur</generator>
                \(try kept.map(entry))</feed>

                """
            return SitePage(bytes: feed.bytes, mediaType: "application/atom+xml; charset=utf-8")
        }
    }

    private func entry(_ comment: PublishedComment) throws -> Markup {
        let words = comment.comment.paragraphs.map { "<p>\($0.text)</p>" as Markup }
        let passage = comment.comment.passage.map { " on \($0)" } ?? ""
        let own = volume.hasOwnPage(comment.key) ? SitePath.comment(volume.number, key: comment.key) : nil
        let place = link(volume.leafPath(of: comment.position)) + "#" + comment.anchor
        return """
            <entry>
            <id>\(id(of: comment.key))</id>
            <title>\(comment.authorName)\(passage)</title>
            <updated>\(SiteDate(date(of: comment)).iso)</updated>
            <author><name>\(comment.authorName)</name></author>
            <link rel="alternate" type="text/html" href="\(own.map(link) ?? place)"/>
            \(try answer(of: comment))<content type="html">\(words.joined().text)</content>
            </entry>

            """
    }

    /// What it answers; at the top, the statement.
    private func answer(of comment: PublishedComment) throws -> Markup {
        guard let key = comment.parent, let parent = try volume.archive.comment(key, on: volume.number) else {
            let place = link(.statement(volume.number))
            return "<thr:in-reply-to ref=\"\(id(of: nil))\" type=\"text/html\" href=\"\(place)\"/>\n"
        }
        let place = link(volume.leafPath(of: parent.position)) + "#" + parent.anchor
        return "<thr:in-reply-to ref=\"\(id(of: key))\" type=\"text/html\" href=\"\(place)\"/>\n"
    }

    private func link(_ path: SitePath) -> String {
        volume.settings.address.map { $0.webAddress + path.description } ?? here.link(to: path)
    }

    /// Of a comment without a date: when the statement came, so that it is not new each time.
    private func date(of comment: PublishedComment?) -> Date {
        comment?.comment.writtenAt ?? volume.statement.revision?.importedAt ?? volume.published.firstAt
            ?? volume.settings.writtenAt
    }

    /// Of the statement, or of a comment. It may never change, also where the site's address is not known.
    private func id(of key: String?) -> String {
        let path: SitePath = key.map { .comment(volume.number, key: $0) } ?? .statement(volume.number)
        if let address = volume.settings.address { return address.webAddress + path.description }
        return "urn:uuid:" + StableUUID.of("\(volume.title)\n\(path)")
    }
}
