internal import Discussion

/// What the script shows of the comments that it finds: those of a run of positions in one file.
struct SearchTexts {
    private let comments: [PublishedComment]

    static let mostComments = 100
    /// The beginning of a very long comment is enough to recognise it.
    private static let mostScalars = 2_000

    /// How many files there are.
    static func chunks(of places: Int) -> Int { (places + mostComments - 1) / mostComments }

    init?(volume: Volume, chunk: Int) throws {
        guard (0..<Self.chunks(of: volume.survey.places)).contains(chunk) else { return nil }
        comments = try volume.archive.comments(
            on: volume.number,
            in: .reading,
            from: chunk * Self.mostComments,
            limit: Self.mostComments
        )
    }

    var page: SitePage {
        get throws {
            let entries = comments.map { comment in
                Entry(
                    anchor: comment.anchor,
                    author: comment.authorName,
                    date: comment.comment.writtenAt.map { SiteDate($0).iso },
                    text: beginning(of: comment)
                )
            }
            return try SitePage(json: entries)
        }
    }

    private func beginning(of comment: PublishedComment) -> String {
        var text = ""
        var room = Self.mostScalars
        for paragraph in comment.comment.paragraphs where room > 0 {
            let part = paragraph.text.unicodeScalars.prefix(room)
            text += (text.isEmpty ? "" : "\n") + String(part)
            room -= part.count
        }
        return text
    }

    private struct Entry: Encodable {
        let anchor: String
        let author: String
        let date: String?
        let text: String

        /// `["c-1.1", "Ada", "2026-03-01T14:05:09Z", "Words"]`.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(anchor)
            try container.encode(author)
            try container.encode(date)
            try container.encode(text)
        }
    }
}
