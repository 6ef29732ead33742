internal import Discussion

/// What every page has around what it says.
struct PageFrame {
    let here: SitePath
    let settings: SiteSettings
    /// The statement whose page it is; nil above them.
    let volume: Volume?
    /// What the page is within the statement's part of the site, for its title; nil for the statement itself.
    let name: String?
    /// The page above it, other than the statement and the archive.
    var above: (name: String, path: SitePath)?
    var hasScript = false
    /// The page's own address, where others have the same words.
    var canonical: SitePath?

    /// - Parameter main: What stands in the `main` element, its `h1` included.
    func page(_ main: Markup) -> SitePage {
        SitePage(
            """
            \(head)<body>
            \(masthead)<main id="main">
            \(breadcrumb)\(main)</main>
            \(foot)
            """
        )
    }

    private var head: Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
        <meta name="color-scheme" content="light dark">
        <title>\(title)</title>
        <link rel="stylesheet" href="\(link(.style))">
        <link rel="icon" href="\(link(.icon))" type="image/svg+xml">
        \(feed)\(canonicalLink)\(script)</head>

        """
    }

    private static let policy: Markup =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'self'"

    /// From the nearest to the farthest, so that tabs can be told apart.
    private var title: String {
        [name, volume?.title, settings.title].compactMap(\.self).joined(separator: " · ")
    }

    private var feed: Markup? {
        guard let volume else { return nil }
        let link = link(.feed(volume.number))
        return """
            <link rel="alternate" type="application/atom+xml" href="\(link)" title="Newest comments: \(volume.title)">

            """
    }

    private var canonicalLink: Markup? {
        guard let canonical else { return nil }
        return "<link rel=\"canonical\" href=\"\(link(canonical))\">\n"
    }

    private var script: Markup? {
        hasScript ? "<script src=\"\(link(.script))\" defer></script>\n" : nil
    }

    /// The front page has the name in its text.
    private var masthead: Markup {
        let skip: Markup = "<a class=\"skip\" href=\"#main\">Skip to the text</a>\n"
        if here == .front { return skip }
        return """
            \(skip)<header class="masthead">
            <p class="wordmark"><a href="\(link(.front))" dir="auto">\(settings.title)</a></p>
            \(sections)</header>

            """
    }

    private var sections: Markup? {
        guard let volume else { return nil }
        var sections: [(String, SitePath)] = [("Statement", .statement(volume.number))]
        if let first = volume.survey.leaves.first { sections.append(("Discussion", volume.path(of: first))) }
        if volume.published.firstAt != nil { sections.append(("Days", .days(volume.number))) }
        sections.append(("Search", .search(volume.number)))
        let items = sections.map { name, path -> Markup in
            let mark: Markup = isWithin(path) ? " aria-current=\"\(here == path ? "page" : "true")\"" : ""
            return "<li><a href=\"\(link(path))\"\(mark)>\(name)</a></li>\n"
        }
        return "<nav aria-label=\"Sections\">\n<ul>\n\(items)</ul>\n</nav>\n"
    }

    private func isWithin(_ section: SitePath) -> Bool {
        switch (here, section) {
        case (.thread, .thread), (.comment, .thread), (.day, .days), (.paragraph, .statement): true
        default: here == section
        }
    }

    private var breadcrumb: Markup? {
        guard let volume else { return nil }
        var steps: [(name: String, path: SitePath)] = [("All statements", .front)]
        if name != nil { steps.append((volume.title, .statement(volume.number))) }
        if let above { steps.append(above) }
        let items = steps.map { step -> Markup in
            "<li><a href=\"\(link(step.path))\" dir=\"auto\">\(step.name)</a></li>\n"
        }
        return "<nav class=\"breadcrumb\" aria-label=\"Breadcrumb\">\n<ol>\n\(items)</ol>\n</nav>\n"
    }

    private var foot: Markup {
        let read = SiteDate(settings.writtenAt)
        let feed: Markup? = volume.map { volume in
            "<p><a href=\"\(link(.feed(volume.number)))\">Feed of the newest comments</a></p>\n"
        }
        return """
            <footer class="foot">
            <p>As the archive was on <time datetime="\(read.iso)">\(read.instant)</time>.</p>
            \(feed)</footer>
            </body>
            </html>

            """
    }

    private func link(_ path: SitePath) -> String { here.link(to: path) }
}
