package import Discussion

/// Discussions in JSON Lines as a source: each line is a statement, if it has a document, and its comments.
package struct DiscussionLinesSource: DiscussionSource {
    private var lines: DiscussionLineReader

    package init(lines: DiscussionLineReader) {
        self.lines = lines
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        while let line = try lines.next() {
            let discussion: DiscussionLines.Discussion
            do {
                discussion = try DiscussionLines.read(line.bytes[...], line: line.number)
            } catch {
                try await body(.remark(SourceRemark(.lineUnreadable, at: "line \(line.number)")))
                continue
            }
            try await body(.statement(Self.statement(discussion)))
            for comment in discussion.comments { try await body(Self.piece(comment)) }
        }
    }

    private static func statement(_ discussion: DiscussionLines.Discussion) -> SourceStatement {
        var builder = ParagraphBuilder(splitsAtBlankLines: true, marksQuotes: false)
        builder.add(discussion.document)
        return SourceStatement(title: discussion.id.foldedLine ?? "", paragraphs: builder.finish())
    }

    private static func piece(_ comment: Comment) -> SourcePiece {
        let id = comment.label.rawValue
        let paragraphs = comment.paragraphs.map(\.text.readable).filter(\.hasWords)
        guard let name = SourceID.named(id) else {
            return .remark(SourceRemark(.commentWithoutID, at: String(id.prefix(40))))
        }
        if paragraphs.isEmpty { return .remark(SourceRemark(.commentWithoutWords, at: name)) }
        return .comment(
            SourceComment(
                id: name,
                parent: SourceID.named(comment.parent?.rawValue),
                author: comment.author?.foldedLine,
                paragraphs: paragraphs,
                writtenAt: comment.writtenAt
            )
        )
    }
}
