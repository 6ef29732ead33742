internal import Discussion

/// A statement of the archive and its discussion, and where each comment stands on the site.
struct Volume: Sendable {
    let published: PublishedStatement
    let archive: any PublishedArchive
    let settings: SiteSettings
    let survey: Survey

    var number: Int { published.number }

    var statement: Statement { published.statement }

    var title: String { statement.title.isEmpty ? "Statement \(number)" : statement.title }

    /// The days that the calendar has.
    func days() throws -> [PublishedDay] {
        try archive.days(of: number).filter { SiteDay($0.day) != nil }
    }

    /// The page of the discussion that has the comment at this position.
    func leafPath(of position: Int) -> SitePath {
        guard !survey.leaves.isEmpty else { return .statement(number) }
        return path(of: survey.leaves[survey.leafIndex(of: position)])
    }

    func path(of leaf: Survey.Leaf) -> SitePath { .thread(number, group: leaf.group, part: leaf.part) }

    /// Where a comment stands among the others.
    func link(to comment: PublishedComment, from here: SitePath) -> String {
        here.link(to: leafPath(of: comment.position), at: comment.anchor)
    }

    /// The address that stays: the comment's own page where it has one.
    func permanentLink(to comment: PublishedComment, from here: SitePath) -> String {
        guard hasOwnPage(comment.key) else { return link(to: comment, from: here) }
        return here.link(to: .comment(number, key: comment.key))
    }

    func hasOwnPage(_ key: String) -> Bool {
        settings.hasPageForEachComment && key.siteName.utf8.count <= Self.longestName
    }

    /// File systems end names at 255 bytes; labels of comments many levels deep may be longer.
    private static let longestName = 200

    /// A link to a passage of the statement, in the words of its address. A passage that is not in the text has none.
    func link(to passage: PassageReference, from here: SitePath) -> Markup? {
        guard let id = id(of: passage) else { return nil }
        let name: String
        if case .statement = passage { name = "¶ \(passage)" } else { name = "the \(passage)" }
        guard hasPlace(id, for: passage) else { return "\(name) of an earlier text" }
        return "<a href=\"\(here.link(to: .statement(number), at: id))\">\(name)</a>"
    }

    private func id(of passage: PassageReference) -> String? {
        switch passage {
        case .title: "title"
        case .standfirst: "standfirst"
        case .caption: "caption"
        case .statement(let range): "p\(range.first)"
        case .comment: nil
        }
    }

    private func hasPlace(_ id: String, for passage: PassageReference) -> Bool {
        switch passage {
        case .title: return true
        case .standfirst: return statement.standfirst != nil
        case .caption: return statement.caption != nil
        case .comment: return false
        case .statement(let range):
            guard let paragraph = statement.paragraphs.first(where: { $0.index == range.first.paragraph })
            else { return false }
            guard let sentence = range.first.sentence else { return true }
            return paragraph.sentences.contains { $0.index == sentence }
        }
    }
}

extension PublishedComment {
    /// Its id on every page that shows it.
    var anchor: String { "c-" + key.siteName }

    /// nil where nobody knows.
    var author: String? { comment.author.flatMap { $0.isEmpty ? nil : $0 } }

    /// Who made it, for people.
    var authorName: String { author ?? "Comment \(key)" }
}
