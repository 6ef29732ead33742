internal import PluginAPI

extension Page {
    private static let maximumLines = 20
    private static let deepestLine = 8

    /// The comments as a tree, each with its first words.
    ///
    /// - Parameter comment: The address of the one to begin with; empty for all.
    func tree(under comment: String) async throws -> Message {
        let top = comment.isEmpty ? nil : try await self.comment(asTyped: comment).label
        let thread = CommentThread(try await discussion.thread().comments)
        let entries = top.map { thread.entries(under: $0) } ?? thread.entries
        guard !entries.isEmpty else {
            return Message("There are no comments yet. \(try await howToComment())")
        }
        let shown = entries.prefix(Self.maximumLines)
        var standings = PassageStandings(on: self)
        var lines: [Message.Line] = []
        for entry in shown {
            let line = entry.comment.line(on: try await standings.standing(of: entry.comment))
            lines.append(Message.Line(line, depth: min(entry.depth, Self.deepestLine)))
        }
        let more = entries.dropFirst(shown.count).first.map { hidden in
            "\(entries.count - shown.count) more not shown, from \(hidden.comment.label) on: "
                + "\(typed("comments \(hidden.comment.label)")) shows it with its replies. "
        }
        return Message(
            [.outline(lines), .text("\(more ?? "")\(try await commentCounts()).")],
            sources: shown.map(\.comment).filter { !$0.isRemoved }.sources
        )
    }
}

extension Comment {
    /// `#c3 @bob:demo on 4.1: The first words of…`.
    fileprivate func line(on standing: PassageStanding?) -> String {
        if isRemoved { return "\(label): removed" }
        let author = author.map { " \($0.repeated(upTo: 60))" } ?? ""
        let passage = standing.map { " on \($0.words)" } ?? ""
        return "\(label)\(author)\(passage): \(text.firstWords(maximumScalars: 60))"
    }
}
