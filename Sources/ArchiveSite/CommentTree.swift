internal import Discussion

/// Comments in reading order as lists within lists.
///
/// Nesting ends at ``deepest``: what is deeper stands there too, and says what it answers. So does a comment whose
/// thread began on an earlier page.
struct CommentTree {
    let comments: [PublishedComment]
    let volume: Volume
    let here: SitePath
    /// The level of the headings at the top.
    let level: Int
    /// The comment right above them, where there is one.
    var above: PublishedComment?

    static let deepest = 7
    private static let lowestHeading = 6

    func markup() throws -> Markup {
        var markup: Markup = "<ol class=\"thread\">\n"
        // The comments that the next one may stand below.
        var open: [PublishedComment] = []
        var shown: Int?
        for comment in comments {
            while let last = open.last, last.depth >= comment.depth { open.removeLast() }
            let depth = min(open.count, Self.deepest)
            markup += border(from: shown, to: depth)
            let article = CommentArticle(
                comment: comment,
                volume: volume,
                here: here,
                level: min(level + depth, Self.lowestHeading),
                answered: depth < open.count || open.isEmpty ? try answered(by: comment, open) : nil
            )
            markup += "<li>\n" + article.markup
            shown = depth
            open.append(comment)
        }
        if let shown { markup += border(from: shown, to: 0) }
        return markup + "</ol>\n"
    }

    /// What ends the comment before and begins the lists of the next.
    private func border(from shown: Int?, to depth: Int) -> Markup {
        guard let shown else { return "" }
        if depth > shown { return "<ol>\n" }
        var border: Markup = "</li>\n"
        for _ in depth..<shown { border += "</ol>\n</li>\n" }
        return border
    }

    private func answered(by comment: PublishedComment, _ open: [PublishedComment]) throws
        -> PublishedComment?
    {
        guard let parent = comment.parent, parent != above?.key else { return nil }
        if let known = open.last(where: { $0.key == parent }) { return known }
        return try volume.archive.comment(parent, on: volume.number)
    }
}
