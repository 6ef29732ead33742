internal import Discussion

/// The days of a discussion, and how much was said on each.
struct DaysPage {
    private let volume: Volume
    private let days: [(day: PublishedDay, date: SiteDate)]

    private var here: SitePath { .days(volume.number) }

    init?(volume: Volume) throws {
        self.volume = volume
        days = try volume.days().compactMap { day in
            SiteDay(day.day).map { (day, $0.date) }
        }
        if days.isEmpty { return nil }
    }

    var page: SitePage {
        let frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: "Days")
        return frame.page(
            """
            <h1>Day by day</h1>
            <p class="standing"><a href="\(statementLink)" dir="auto">\(volume.title)</a></p>
            <p class="count">\(CountWords.of(days.count, "day", "days")); days begin at midnight in UTC</p>
            \(months)
            """
        )
    }

    private var statementLink: String { here.link(to: .statement(volume.number)) }

    private var months: [Markup] {
        var months: [(name: String, rows: [Markup])] = []
        for (day, date) in days {
            if months.last?.name != date.month { months.append((date.month, [])) }
            months[months.count - 1].rows.append(row(day, date))
        }
        return months.map { month in
            """
            <section class="month">
            <h2>\(month.name)</h2>
            <table>
            <thead><tr><th scope="col">Day</th><th scope="col">On the page</th><th scope="col">In chat</th></tr></thead>
            <tbody>
            \(month.rows)</tbody>
            </table>
            </section>

            """
        }
    }

    private func row(_ day: PublishedDay, _ date: SiteDate) -> Markup {
        let time: Markup = "<time datetime=\"\(day.day)\">\(date.day)</time>"
        let link = here.link(to: .day(volume.number, day.day, part: 1))
        let name: Markup = day.chat > 0 ? "<a href=\"\(link)\">\(time)</a>" : time
        return """
            <tr><th scope="row">\(name)</th><td>\(count(day.page))</td><td>\(count(day.chat))</td></tr>

            """
    }

    private func count(_ number: Int) -> String { number == 0 ? "–" : CountWords.grouped(number) }
}
