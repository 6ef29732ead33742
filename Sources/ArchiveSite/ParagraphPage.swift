internal import Discussion

/// All that was said about one paragraph, or about what stands above the first.
struct ParagraphPage {
    private let volume: Volume
    private let paragraph: Int
    private let all: Int
    private let comments: [PublishedComment]

    private static let mostComments = 500

    private var here: SitePath { .paragraph(volume.number, paragraph) }

    /// Whether the text has it: comments may be about one that an earlier text had.
    static func exists(_ paragraph: Int, in statement: Statement) -> Bool {
        paragraph == 0 || statement.paragraphs.contains { $0.index == paragraph }
    }

    init?(volume: Volume, paragraph: Int) throws {
        guard Self.exists(paragraph, in: volume.statement),
            let all = try volume.archive.counts(on: volume.number)[paragraph], all > 0
        else { return nil }
        self.volume = volume
        self.paragraph = paragraph
        self.all = all
        comments = try volume.archive.comments(
            on: volume.number,
            aboutParagraph: paragraph,
            limit: Self.mostComments
        )
    }

    var page: SitePage {
        let frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: name)
        return frame.page(
            """
            <h1>\(name)</h1>
            <blockquote class="quoted">\(quoted)</blockquote>
            <p class="count">\(count)</p>
            <ol class="comments h-feed">
            \(comments.map(item))</ol>

            """
        )
    }

    private var name: String {
        paragraph == 0 ? "Said about the heading" : "Said about paragraph \(paragraph)"
    }

    private var quoted: Markup {
        let text = volume.statement.paragraphs.first { $0.index == paragraph }?.text ?? volume.title
        let id = paragraph == 0 ? "title" : "p\(paragraph)"
        return """
            <p dir="auto">\(text)</p>
            <p class="facts"><a href="\(here.link(to: .statement(volume.number), at: id))">in the statement</a></p>
            """
    }

    private var count: String {
        let count = CountWords.of(all, "comment", "comments")
        return all > comments.count ? "\(count); the first \(comments.count) of them" : count
    }

    private func item(_ comment: PublishedComment) -> Markup {
        let article = CommentArticle(comment: comment, volume: volume, here: here, level: 2)
        return "<li>\n\(article.markup)</li>\n"
    }
}
