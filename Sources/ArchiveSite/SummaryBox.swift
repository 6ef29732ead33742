internal import Discussion

/// The summary at the top of the statement's page.
struct SummaryBox {
    let volume: Volume
    let here: SitePath

    var markup: Markup? {
        get throws {
            guard let summary = volume.settings.summaries[volume.number] else { return nil }
            return """
                <section class="summary" aria-labelledby="summary-title">
                <h2 id="summary-title">What people said</h2>
                <div class="groups">
                \(try summary.groups.map(group))</div>
                <p class="last">\(summary.lastLine)</p>
                </section>

                """
        }
    }

    private func group(_ group: SiteSummary.Group) throws -> Markup {
        let heading: Markup? = group.heading.map { "<h3 dir=\"auto\">\($0)</h3>\n" }
        return "<div class=\"group\">\n\(heading)\(try group.passages.map(passage))</div>\n"
    }

    private func passage(_ passage: SiteSummary.Passage) throws -> Markup {
        let comment = try volume.archive.comment(passage.key, on: volume.number)
        let name = passage.author ?? comment?.authorName ?? "Comment \(passage.key)"
        let link: Markup? = comment.map {
            " · <a href=\"\(volume.link(to: $0, from: here))\">\("#" + passage.key)</a>"
        }
        return """
            <figure>
            <blockquote><p dir="auto">\(passage.text)</p></blockquote>
            <figcaption><bdi>\(name)</bdi>\(link)</figcaption>
            </figure>

            """
    }
}
