internal import Discussion

/// What was said in chat on a day, as it was said.
struct DayPage {
    private let volume: Volume
    private let days: [PublishedDay]
    private let index: Int
    private let part: Int
    private let here: SitePath
    private let comments: [PublishedComment]

    static let mostComments = 200

    /// How many pages a day has.
    static func parts(of day: PublishedDay) -> Int { (day.chat + mostComments - 1) / mostComments }

    init?(volume: Volume, day: String, part: Int) throws {
        days = try volume.days().filter { $0.chat > 0 }
        guard let index = days.firstIndex(where: { $0.day == day }),
            (1...Self.parts(of: days[index])).contains(part)
        else { return nil }
        self.volume = volume
        self.index = index
        self.part = part
        here = .day(volume.number, day, part: part)
        comments = try volume.archive.chat(
            on: volume.number,
            day: day,
            from: (part - 1) * Self.mostComments,
            limit: Self.mostComments
        )
    }

    var page: SitePage {
        get throws {
            var frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: name)
            frame.above = ("Days", .days(volume.number))
            return frame.page(
                """
                <h1>\(heading)</h1>
                <p class="standing">Said in chat about <a href="\(statementLink)" dir="auto">\(volume.title)</a></p>
                <p class="count">\(count)</p>
                <ol class="chat-log h-feed">
                \(try comments.map(item))</ol>
                \(parts.markup)\(neighbours)
                """
            )
        }
    }

    private var day: PublishedDay { days[index] }

    private var heading: String { SiteDay(day.day)?.date.day ?? day.day }

    private var name: String { part == 1 ? heading : "\(heading), part \(part)" }

    private var statementLink: String { here.link(to: .statement(volume.number)) }

    private var count: Markup {
        let chat = CountWords.of(day.chat, "comment", "comments")
        guard day.page > 0 else { return "\(chat); times are in UTC" }
        return "\(chat) in chat, and \(CountWords.grouped(day.page)) on the page; times are in UTC"
    }

    private func item(_ comment: PublishedComment) throws -> Markup {
        let answered = try comment.parent.flatMap { try volume.archive.comment($0, on: volume.number) }
        let article = CommentArticle(
            comment: comment,
            volume: volume,
            here: here,
            level: 2,
            answered: answered,
            isInChatLog: true
        )
        return "<li>\n\(article.markup)</li>\n"
    }

    private var parts: PageList {
        PageList(
            here: here,
            label: "Parts of the day",
            count: Self.parts(of: day),
            current: part - 1,
            name: { "Part \($0 + 1)" },
            path: { .day(volume.number, day.day, part: $0 + 1) }
        )
    }

    private var neighbours: Markup? {
        guard days.count > 1 else { return nil }
        return """
            <nav class="pages" aria-label="Other days">
            \(step(to: index - 1, "prev"))\(step(to: index + 1, "next"))</nav>

            """
    }

    private func step(to index: Int, _ relation: String) -> Markup? {
        guard days.indices.contains(index), let date = SiteDay(days[index].day)?.date else { return nil }
        let link = here.link(to: .day(volume.number, days[index].day, part: 1))
        return "<p class=\"\(relation)\"><a rel=\"\(relation)\" href=\"\(link)\">\(date.day)</a></p>\n"
    }
}
