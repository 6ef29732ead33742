internal import Discussion

/// The statement, and beside each passage what was said about it; a summary above, the discussion's pictures below.
struct StatementPage {
    private let volume: Volume

    private var here: SitePath { .statement(volume.number) }

    init(volume: Volume) { self.volume = volume }

    var page: SitePage {
        get throws {
            let frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: nil)
            return frame.page(
                """
                <article class="statement h-entry">
                \(header)\(try SummaryBox(volume: volume, here: here).markup)\(try StatementText(volume: volume, here: here).markup)</article>
                \(try DiscussionOverview(volume: volume, here: here).markup)
                """
            )
        }
    }

    private var header: Markup {
        let statement = volume.statement
        let publisher: Markup? = statement.publisher.map {
            "<p class=\"publisher p-author h-card\" dir=\"auto\">\($0)</p>\n"
        }
        let standfirst: Markup? = statement.standfirst.map {
            "<p class=\"standfirst p-summary\" id=\"standfirst\" dir=\"auto\">\($0)</p>\n"
        }
        let caption: Markup? = statement.caption.map {
            "<p class=\"caption\" id=\"caption\" dir=\"auto\">\($0.text)</p>\n"
        }
        return """
            <header class="opening">
            \(publisher)<h1 class="p-name" id="title" dir="auto">\(volume.title)</h1>
            \(standfirst)\(figures)\(source)\(caption)</header>

            """
    }

    private var source: Markup? {
        guard let url = volume.statement.sourceURL, url.hasPrefix("https://") || url.hasPrefix("http://")
        else { return nil }
        return
            "<p class=\"source\">First published at <a class=\"u-url\" href=\"\(url.webAddress)\" rel=\"external\">\(url)</a></p>\n"
    }

    /// What can be said in one line.
    private var figures: Markup {
        let published = volume.published
        var facts: [Markup] = []
        let comments = published.pageComments + published.chatComments
        facts.append("\(CountWords.of(comments, "comment", "comments"))")
        if published.people > 0 { facts.append("\(CountWords.of(published.people, "person", "people"))") }
        if let first = published.firstAt.map(SiteDate.init), let last = published.lastAt.map(SiteDate.init) {
            facts.append("<time datetime=\"\(first.isoDay)\">\(first.day)</time>")
            if first.isoDay != last.isoDay {
                let end: Markup = " to <time datetime=\"\(last.isoDay)\">\(last.day)</time>"
                facts.append(facts.removeLast() + end)
            }
        }
        return "<p class=\"figures\">\(facts.joined(separator: " · "))</p>\n"
    }
}

extension String {
    /// Without what an address cannot hold: the rest of its bytes is percent-encoded.
    var webAddress: String {
        var address = ""
        for byte in utf8 {
            switch byte {
            case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0xFF:
                address += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            default: address.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return address
    }
}
