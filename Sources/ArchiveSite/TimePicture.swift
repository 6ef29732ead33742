internal import Discussion

/// How much was said when: a bar for each day, week, month or year, what was said in chat on top of what was written on
/// the page, told apart by its pattern.
struct TimePicture {
    private struct Bar {
        let name: String
        var page = 0
        var chat = 0

        var all: Int { page + chat }
    }

    private enum Span: String {
        case day, week, month, year
    }

    private let span: Span
    private var bars: [Bar] = []

    private static let mostBars = 60
    private static let height = 150
    private static let top = 22

    /// nil where there are no days.
    init?(days: [PublishedDay]) {
        let dated = days.compactMap { day in SiteDay(day.day).map { (day, $0.number) } }
        guard let first = dated.first?.1, let last = dated.last?.1, last >= first else { return nil }
        span = Self.span(of: last - first + 1)
        var index: [Int: Int] = [:]
        // Every bar between the first and the last has its place, also where nobody said anything.
        for number in first...last {
            let key = Self.key(of: number, in: span)
            if index[key] == nil {
                index[key] = bars.count
                bars.append(Bar(name: Self.name(of: number, in: span)))
            }
        }
        for (day, number) in dated {
            guard let bar = index[Self.key(of: number, in: span)] else { continue }
            bars[bar].page += day.page
            bars[bar].chat += day.chat
        }
    }

    private static func span(of days: Int) -> Span {
        if days <= mostBars { return .day }
        if days <= mostBars * 7 { return .week }
        return days <= mostBars * 2 * 30 ? .month : .year
    }

    private static func key(of day: Int, in span: Span) -> Int {
        switch span {
        case .day: return day
        // The first day of 1970 was a Thursday.
        case .week: return (day + 3 + 7 * 1_000_000) / 7
        case .month: return SiteDay(number: day).date.monthIndex
        case .year: return SiteDay(number: day).date.monthIndex / 12
        }
    }

    private static func name(of day: Int, in span: Span) -> String {
        let date = SiteDay(number: day).date
        switch span {
        case .day: return date.day
        case .week: return "week of \(SiteDay(number: day - (day + 3 + 7 * 1_000_000) % 7).date.day)"
        case .month: return date.month
        case .year: return String(date.monthIndex / 12)
        }
    }

    var markup: Markup? {
        guard !bars.isEmpty else { return nil }
        return """
            <div class="picture">
            <h3>Over time</h3>
            <figure>
            <svg role="img" aria-labelledby="time-title time-words" width="100%" height="\(Self.height + Self.top + 24)">
            <title id="time-title">Comments by \(span.rawValue)</title>
            <desc id="time-words">\(words)</desc>
            \(axis)\(bars.indices.map(bar))</svg>
            <figcaption>\(key)</figcaption>
            </figure>
            \(table)</div>

            """
    }

    private var most: Int { max(bars.map(\.all).max() ?? 1, 1) }

    private var words: String {
        let busiest = bars.max { $0.all < $1.all }
        return "The most in one \(span.rawValue): \(CountWords.grouped(most)), \(busiest?.name ?? "")."
    }

    private var axis: Markup {
        let bottom = Self.top + Self.height
        let last: Markup? =
            bars.count > 1
            ? "<text class=\"label\" x=\"100%\" y=\"\(bottom + 18)\" text-anchor=\"end\">\(bars[bars.count - 1].name)</text>\n"
            : nil
        return """
            <line class="grid" x1="0" x2="100%" y1="\(Self.top)" y2="\(Self.top)"/>
            <text class="label" x="0" y="\(Self.top - 7)">\(CountWords.of(most, "comment", "comments"))</text>
            <line class="base" x1="0" x2="100%" y1="\(bottom)" y2="\(bottom)"/>
            <text class="label" x="0" y="\(bottom + 18)">\(bars[0].name)</text>
            \(last)
            """
    }

    private func bar(_ index: Int) -> Markup {
        let bar = bars[index]
        guard bar.all > 0 else { return "" }
        let width = min(100 / Double(bars.count), 12)
        let x = percent(width * Double(index) + width * 0.1)
        let bottom = Double(Self.top + Self.height)
        let unit = Double(Self.height) / Double(most)
        let page = Double(bar.page) * unit
        let chat = max(Double(bar.chat) * unit, bar.chat > 0 ? 1 : 0)
        var markup: Markup = ""
        if bar.page > 0 {
            markup += rectangle("page", x, percent(width * 0.8), y: bottom - page, height: page)
        }
        if bar.chat > 0 {
            markup += rectangle("chat", x, percent(width * 0.8), y: bottom - page - chat, height: chat)
        }
        return markup
    }

    private func rectangle(_ kind: Markup, _ x: String, _ width: String, y: Double, height: Double) -> Markup
    {
        let fill: Markup = kind.text == "chat" ? " fill=\"url(#hatch)\"" : ""
        return """
            <rect class="\(kind)"\(fill) x="\(x)" width="\(width)" y="\(y.short)" height="\(height.short)"/>

            """
    }

    private func percent(_ number: Double) -> String { number.short + "%" }

    private var key: Markup {
        let page = bars.contains { $0.page > 0 }
        let chat = bars.contains { $0.chat > 0 }
        return "\(page ? PictureKey.page : nil)\(chat ? PictureKey.chat : nil)"
    }

    private var table: Markup {
        let rows = bars.filter { $0.all > 0 }.map { bar -> Markup in
            """
            <tr><th scope="row">\(bar.name)</th><td>\(CountWords.grouped(bar.page))</td><td>\(CountWords.grouped(bar.chat))</td></tr>

            """
        }
        return """
            <details>
            <summary>The same as a table</summary>
            <table>
            <caption class="hidden">Comments by \(span.rawValue)</caption>
            <thead><tr><th scope="col">\(span.rawValue.capitalizedFirst)</th><th scope="col">Page</th><th scope="col">Chat</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </details>

            """
    }
}
