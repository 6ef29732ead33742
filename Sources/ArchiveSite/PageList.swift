/// Links to the pages before and behind one.
struct PageList {
    let here: SitePath
    /// What they are pages of: `Pages of the discussion`.
    let label: String
    let count: Int
    let current: Int
    let name: (Int) -> String
    let path: (Int) -> SitePath

    private static let neighbours = 2

    /// nil where there is one page only.
    var markup: Markup? {
        guard count > 1 else { return nil }
        var items: [Markup] = []
        var last = -1
        for index in shown {
            if index > last + 1 { items.append("<li class=\"gap\">…</li>\n") }
            items.append(item(index))
            last = index
        }
        return """
            <nav class="pages" aria-label="\(label)">
            \(step(to: current - 1, "prev", "Previous"))<ol>
            \(items)</ol>
            \(step(to: current + 1, "next", "Next"))</nav>

            """
    }

    private var shown: [Int] {
        let near = max(current - Self.neighbours, 0)...min(current + Self.neighbours, count - 1)
        return Set([0, count - 1] + Array(near)).sorted()
    }

    private func item(_ index: Int) -> Markup {
        let mark: Markup = index == current ? " aria-current=\"page\"" : ""
        return "<li><a href=\"\(here.link(to: path(index)))\"\(mark)>\(name(index))</a></li>\n"
    }

    private func step(to index: Int, _ relation: String, _ words: String) -> Markup? {
        guard (0..<count).contains(index) else { return nil }
        return """
            <p class="\(relation)"><a rel="\(relation)" href="\(here.link(to: path(index)))">\(words)</a></p>

            """
    }
}
