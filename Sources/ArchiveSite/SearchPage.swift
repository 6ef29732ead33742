internal import Discussion

/// The form to search with; the script finds comments without asking a server.
struct SearchPage {
    let volume: Volume

    private var here: SitePath { .search(volume.number) }

    var page: SitePage {
        var frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: "Search")
        frame.hasScript = true
        return frame.page(
            """
            <h1>Search the discussion</h1>
            <p class="standing"><a href="\(statementLink)" dir="auto">\(volume.title)</a></p>
            <form class="search" id="search" action="search.html" method="get" role="search">
            <label for="words">Words that a comment must have</label>
            <div class="field">\
            <input type="search" id="words" name="q" dir="auto" maxlength="200" autocomplete="off">
            <button type="submit">Search</button></div>
            <p class="hint" id="hint">From four letters on, the beginning of a word is enough. \
            Capitals and accents make no difference.</p>
            </form>
            <noscript><p class="notice">Searching needs JavaScript, and nothing else on these pages does. \
            \(instead)</p></noscript>
            <p class="count" id="status" role="status"></p>
            <ol class="results" id="results"></ol>
            <button class="more" id="more" type="button" hidden>Show more</button>

            """
        )
    }

    private var statementLink: String { here.link(to: .statement(volume.number)) }

    private var instead: Markup {
        let first = volume.survey.leaves.first.map { here.link(to: volume.path(of: $0)) }
        return "<a href=\"\(first ?? statementLink)\">Read the discussion</a> instead."
    }
}
