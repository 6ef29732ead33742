internal import Discussion

/// Writes an archive in one format.
protocol ArchiveWriter {
    init(archive: any PublishedArchive, options: ArchiveOptions)

    /// - Parameter sink: Called with the file's text, a little at a time.
    func write(to sink: (String) throws -> Void) throws
}

extension PublishedArchive {
    /// Every comment on a statement, one after another.
    func forEachComment(
        on statement: Int,
        in order: PublishedOrder,
        _ body: (PublishedComment) throws -> Void
    ) throws {
        let limit = 500
        var from = 0
        while true {
            let page = try comments(on: statement, in: order, from: from, limit: limit)
            for comment in page { try body(comment) }
            guard page.count == limit else { return }
            from += limit
        }
    }
}

extension PublishedComment {
    /// Its words, one element a paragraph; none where they were removed.
    var paragraphs: [String] { comment.isRemoved ? [] : comment.paragraphs.map(\.text) }

    /// What somebody wrote, paragraphs apart.
    var text: String { paragraphs.joined(separator: "\n\n") }

    /// Its author; nil where their words were removed, or nobody is named.
    var author: String? { comment.isRemoved ? nil : comment.author }
}
