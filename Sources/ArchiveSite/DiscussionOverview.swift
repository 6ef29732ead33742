internal import Discussion

/// The discussion at a glance, below the statement: its pictures, its longest threads, its newest comments, and the
/// ways into it.
struct DiscussionOverview {
    let volume: Volume
    let here: SitePath

    private static let mostNewest = 3
    /// Of fewer comments no thread is long.
    private static let fewestPlaces = 30

    var markup: Markup {
        get throws {
            guard volume.survey.places > 0 else {
                return """
                    <section class="overview" aria-labelledby="discussion-title">
                    <h2 id="discussion-title">The discussion</h2>
                    <p>Nobody has said anything yet.</p>
                    </section>

                    """
            }
            return """
                <section class="overview" aria-labelledby="discussion-title">
                <h2 id="discussion-title">The discussion</h2>
                <p class="lead">\(lead)</p>
                \(ways)\(PictureKey.pattern)<div class="pictures">
                \(TimePicture(days: try volume.days())?.markup)\(ShapePicture(survey: volume.survey).markup)</div>
                <div class="columns">
                \(try longest)\(try newest)</div>
                </section>

                """
        }
    }

    private var lead: String {
        let published = volume.published
        let threads = CountWords.of(volume.survey.threads, "thread", "threads")
        var parts: [String] = []
        if published.pageComments > 0 {
            parts.append("\(CountWords.of(published.pageComments, "comment", "comments")) on the page")
        }
        if published.chatComments > 0 {
            parts.append("\(CountWords.grouped(published.chatComments)) in chat")
        }
        let removed = published.tombstones
        if removed > 0 { parts.append("\(CountWords.grouped(removed)) whose words were removed") }
        return "\(parts.joined(separator: ", ")), in \(threads)."
    }

    private var ways: Markup {
        let leaves = volume.survey.leaves
        let first = leaves.first.map { here.link(to: volume.path(of: $0)) } ?? ""
        let last = leaves.last.map { here.link(to: volume.path(of: $0)) } ?? ""
        let newest: Markup? = leaves.count > 1 ? "<li><a href=\"\(last)\">The newest threads</a></li>\n" : nil
        return """
            <ul class="ways">
            <li><a class="main-way" href="\(first)">Read the discussion</a></li>
            \(newest)<li><a href="\(here.link(to: .search(volume.number)))">Search in it</a></li>
            </ul>

            """
    }

    private var longest: Markup? {
        get throws {
            let threads = try volume.survey.longest.compactMap { thread in
                try volume.archive.comment(thread.key, on: volume.number).map { ($0, thread.comments) }
            }
            guard volume.survey.places >= Self.fewestPlaces, !threads.isEmpty else { return nil }
            return """
                <section aria-labelledby="longest-title">
                <h3 id="longest-title">Longest threads</h3>
                <ol class="teasers">
                \(threads.map { teaser($0, CountWords.of($1, "comment", "comments")) })</ol>
                </section>

                """
        }
    }

    private var newest: Markup? {
        get throws {
            let comments = try volume.archive.comments(
                on: volume.number,
                in: .newest,
                from: 0,
                limit: Self.mostNewest * 4
            )
            let kept = comments.filter { !$0.comment.isRemoved }.prefix(Self.mostNewest)
            guard !kept.isEmpty else { return nil }
            let items = kept.map { teaser($0, $0.comment.writtenAt.map { SiteDate($0).day }) }
            return """
                <section aria-labelledby="newest-title">
                <h3 id="newest-title">Newest comments</h3>
                <ol class="teasers">
                \(items)</ol>
                </section>

                """
        }
    }

    private func teaser(_ comment: PublishedComment, _ fact: String?) -> Markup {
        let link = volume.link(to: comment, from: here)
        let fact: Markup? = fact.map { " · \($0)" }
        let words =
            comment.comment.isRemoved
            ? "Its words were removed." : Excerpt.of(comment.comment.paragraphs, most: Excerpt.long)
        return """
            <li><p class="said" dir="auto">\(words)</p>
            <p class="facts"><a href="\(link)"><bdi>\(comment.authorName)</bdi></a>\(fact)</p></li>

            """
    }
}
