internal import Discussion

/// How comments stand below each other: each with its place where they are few, else how many there are at each depth.
struct ShapePicture {
    private let survey: Survey

    private static let row = 18
    private static let barRow = 30
    private static let fewColumns = 60

    init(survey: Survey) { self.survey = survey }

    var markup: Markup {
        """
        <div class="picture">
        <h3>Its shape</h3>
        <figure>
        \(survey.spots.isEmpty ? bars : threads)</figure>
        \(table)</div>

        """
    }

    /// Threads side by side; below a comment what answers it, as wide as the comments at the ends of the branches.
    private var threads: Markup {
        let tiles = tiles
        let columns = max(tiles.map { $0.start + $0.width }.max() ?? 1, 1)
        // Of narrow tiles lines would leave nothing.
        let tileClass: Markup = columns > Self.fewColumns ? "tile fine" : "tile"
        let rectangles = tiles.map { tile -> Markup in
            let x = Double(tile.start) / Double(columns) * 100
            let width = Double(tile.width) / Double(columns) * 100
            let kind: Markup =
                tile.spot.isRemoved ? "removed" : tile.spot.origin == .chat ? "chat" : "page"
            let fill: Markup = kind.text == "chat" ? " fill=\"url(#hatch)\"" : ""
            return """
                <rect class="\(tileClass) \(kind)"\(fill) x="\(x.short)%" width="\(width.short)%" \
                y="\(tile.spot.depth * Self.row + 1)" height="\(Self.row)"/>

                """
        }
        return """
            <svg role="img" aria-labelledby="shape-title shape-words" width="100%" \
            height="\(survey.levels.count * Self.row + 2)">
            <title id="shape-title">Threads and their answers</title>
            <desc id="shape-words">\(words)</desc>
            \(rectangles)</svg>
            <figcaption><span>Each thread is a column; below a comment stands what answers it.</span> \(keys)</figcaption>

            """
    }

    private var words: String {
        let counts = survey.levels.enumerated().map { "\(name(of: $0)): \(CountWords.grouped($1.all))" }
        return counts.joined(separator: "; ") + "."
    }

    private var keys: Markup {
        let page: Markup? = survey.levels.contains { $0.page > 0 } ? PictureKey.page : nil
        let chat: Markup? = survey.levels.contains { $0.chat > 0 } ? PictureKey.chat : nil
        let removed: Markup? = survey.levels.contains { $0.removed > 0 } ? PictureKey.removed : nil
        return "\(page)\(chat)\(removed)"
    }

    private struct Tile {
        let spot: Survey.Spot
        let start: Int
        var width = 1
    }

    /// A comment begins where the next column is free, and ends where the last one below it ends.
    private var tiles: [Tile] {
        var tiles: [Tile] = []
        var open: [Int] = []
        var columns = 0
        for spot in survey.spots {
            while let last = open.last, tiles[last].spot.depth >= spot.depth { open.removeLast() }
            let isFirstBelow = open.last.map { $0 == tiles.count - 1 } ?? false
            if !isFirstBelow { columns += 1 }
            for above in open { tiles[above].width = columns - tiles[above].start }
            tiles.append(Tile(spot: spot, start: columns - 1))
            open.append(tiles.count - 1)
        }
        return tiles
    }

    private var bars: Markup {
        let most = Double(max(survey.levels.map(\.all).max() ?? 1, 1))
        let rows = survey.levels.enumerated().map { depth, level -> Markup in
            let y = depth * Self.barRow
            let width = Double(level.all) / most * 100
            return """
                <text class="label" x="0" y="\(y + 13)">\(name(of: depth)): \(CountWords.grouped(level.all))</text>
                <rect class="page" x="0" width="\(width.short)%" y="\(y + 18)" height="7"/>

                """
        }
        return """
            <svg role="img" aria-labelledby="shape-title shape-words" width="100%" \
            height="\(survey.levels.count * Self.barRow)">
            <title id="shape-title">Comments by depth</title>
            <desc id="shape-words">\(words)</desc>
            \(rows)</svg>
            <figcaption>How many comments stand how deep in their threads.</figcaption>

            """
    }

    private func name(of depth: Int) -> String {
        switch depth {
        case 0: "At the top"
        case 1: "Answers"
        case 2: "Answers to answers"
        case Survey.mostLevels - 1: "\(depth) deep and deeper"
        default: "\(depth) deep"
        }
    }

    private var table: Markup {
        let rows = survey.levels.enumerated().map { depth, level -> Markup in
            """
            <tr><th scope="row">\(name(of: depth))</th><td>\(CountWords.grouped(level.page))</td>\
            <td>\(CountWords.grouped(level.chat))</td><td>\(CountWords.grouped(level.removed))</td></tr>

            """
        }
        return """
            <details>
            <summary>The same as a table</summary>
            <table>
            <caption class="hidden">Comments by depth</caption>
            <thead><tr><th scope="col">Depth</th><th scope="col">Page</th><th scope="col">Chat</th>\
            <th scope="col">Removed</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </details>

            """
    }
}
