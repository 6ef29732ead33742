internal import Discussion

/// The statements of the archive.
struct FrontPage {
    let statements: [PublishedStatement]
    let archive: any PublishedArchive
    let settings: SiteSettings

    private var here: SitePath { .front }

    var page: SitePage {
        let frame = PageFrame(here: here, settings: settings, volume: nil, name: nil)
        return frame.page(
            """
            <header class="nameplate">
            <h1 dir="auto">\(settings.title)</h1>
            <p class="standing">\(standing)</p>
            </header>
            <ol class="fronts h-feed">
            \(statements.map(item))</ol>

            """
        )
    }

    private var standing: String {
        guard !statements.isEmpty else { return "Nothing has been published yet." }
        let comments = statements.reduce(0) { $0 + $1.pageComments + $1.chatComments }
        let texts = CountWords.of(statements.count { $0.number > 0 }, "statement", "statements")
        return "\(texts), and what people said about \(statements.count == 1 ? "it" : "them"): "
            + CountWords.of(comments, "comment", "comments") + "."
    }

    private func item(_ published: PublishedStatement) -> Markup {
        let statement = published.statement
        let title = statement.title.isEmpty ? "Statement \(published.number)" : statement.title
        let link = here.link(to: .statement(published.number))
        let publisher: Markup? = statement.publisher.map {
            "<p class=\"publisher\" dir=\"auto\">\($0)</p>\n"
        }
        let standfirst: Markup? =
            (statement.standfirst ?? statement.paragraphs.first.map { Excerpt.of([$0], most: Excerpt.long) })
            .map {
                "<p class=\"standfirst p-summary\" dir=\"auto\">\($0)</p>\n"
            }
        return """
            <li><article class="front h-entry">
            \(publisher)<h2 class="p-name"><a class="u-url" href="\(link)" dir="auto">\(title)</a></h2>
            \(standfirst)<p class="facts">\(facts(of: published).joined(separator: " · "))</p>
            </article></li>

            """
    }

    private func facts(of published: PublishedStatement) -> [Markup] {
        let comments = published.pageComments + published.chatComments
        var facts: [Markup] = ["\(CountWords.of(comments, "comment", "comments"))"]
        if published.people > 0 { facts.append("\(CountWords.of(published.people, "person", "people"))") }
        if let last = published.lastAt.map(SiteDate.init) {
            facts.append("the last on <time datetime=\"\(last.isoDay)\">\(last.day)</time>")
        }
        return facts
    }
}
