internal import Discussion

/// Every path of a statement's part of the site, computed one after another.
struct SitePaths {
    let volume: Volume
    let table: SearchTable

    func forEach(_ body: (SitePath) throws -> Void) throws {
        let number = volume.number
        try body(.statement(number))
        for leaf in volume.survey.leaves { try body(volume.path(of: leaf)) }
        for paragraph in try volume.archive.counts(on: number).keys.sorted()
        where ParagraphPage.exists(paragraph, in: volume.statement) {
            try body(.paragraph(number, paragraph))
        }
        let days = try volume.days()
        if !days.isEmpty { try body(.days(number)) }
        for day in days {
            for part in 0..<DayPage.parts(of: day) { try body(.day(number, day.day, part: part + 1)) }
        }
        if volume.settings.hasPageForEachComment { try forEachComment(body) }
        try body(.feed(number))
        try body(.search(number))
        try body(.searchTable(number))
        for shard in table.shards.indices { try body(.searchWords(number, shard)) }
        for chunk in 0..<SearchTexts.chunks(of: volume.survey.places) {
            try body(.searchTexts(number, chunk))
        }
    }

    private func forEachComment(_ body: (SitePath) throws -> Void) throws {
        var position = 0
        while position < volume.survey.places {
            let comments = try volume.archive.comments(
                on: volume.number,
                in: .reading,
                from: position,
                limit: Self.step
            )
            guard !comments.isEmpty else { return }
            for comment in comments where volume.hasOwnPage(comment.key) {
                try body(.comment(volume.number, key: comment.key))
            }
            position += comments.count
        }
    }

    private static let step = 500
}
