internal import Discussion

/// A comment by itself, below what it answers and above what answers it: an address that stays.
struct CommentPage {
    private let volume: Volume
    private let comment: PublishedComment
    /// From the top of the thread down, of the nearest at most ``mostAbove``.
    private let above: [PublishedComment]
    private let below: [PublishedComment]

    private static let mostAbove = 5
    private static let mostBelow = 50

    private var here: SitePath { .comment(volume.number, key: comment.key) }

    init?(volume: Volume, key: String) throws {
        guard volume.settings.hasPageForEachComment, volume.hasOwnPage(key),
            let comment = try volume.archive.comment(key, on: volume.number)
        else { return nil }
        self.volume = volume
        self.comment = comment
        var above: [PublishedComment] = []
        while above.count < Self.mostAbove, let key = (above.last ?? comment).parent,
            let parent = try volume.archive.comment(key, on: volume.number)
        {
            above.append(parent)
        }
        self.above = above.reversed()
        below = try volume.archive.comments(
            on: volume.number,
            in: .reading,
            from: comment.position + 1,
            limit: min(comment.descendants, Self.mostBelow)
        )
    }

    var page: SitePage {
        get throws {
            var frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: name)
            frame.canonical = volume.leafPath(of: comment.position)
            return frame.page(
                """
                <h1>\(name)</h1>
                <p class="standing"><a href="\(volume.link(to: comment, from: here))">Read it in the discussion</a></p>
                <ol class="comments h-entry">
                \(above.map(item))<li class="chosen">
                \(article(comment).markup)</li>
                </ol>
                \(try answers)
                """
            )
        }
    }

    private var name: String {
        if comment.comment.isRemoved { return "A removed comment" }
        return comment.author.map { "Comment \(comment.key) by \($0)" } ?? "Comment \(comment.key)"
    }

    private func item(_ comment: PublishedComment) -> Markup {
        "<li class=\"answered\">\n\(article(comment).markup)</li>\n"
    }

    private func article(_ comment: PublishedComment) -> CommentArticle {
        CommentArticle(comment: comment, volume: volume, here: here, level: 2)
    }

    private var answers: Markup? {
        get throws {
            guard !below.isEmpty else { return nil }
            let all = CountWords.of(comment.descendants, "answer", "answers")
            let count = comment.descendants > below.count ? "\(all); the first \(below.count) of them" : all
            let tree = CommentTree(comments: below, volume: volume, here: here, level: 3, above: comment)
            return "<h2 class=\"section-title\">\(count)</h2>\n\(try tree.markup())"
        }
    }
}
