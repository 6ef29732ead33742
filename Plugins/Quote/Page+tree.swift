internal import PluginAPI

extension Page {
    private static let maximumLines = 20
    private static let deepestLine = 8

    /// The comments as a tree, each with its first words.
    ///
    /// - Parameter comment: The address of the one to begin with; empty for all.
    func tree(under comment: String) async throws -> Message {
        let entries = try await entries(under: comment)
        guard !entries.isEmpty else {
            return Message("There are no comments yet. \(try await howToComment())")
        }
        let shown = entries.prefix(Self.maximumLines)
        let more = entries.dropFirst(shown.count).first.map { hidden in
            "\(entries.count - shown.count) more not shown, from \(hidden.comment.label) on: "
                + "\(typed("comments \(hidden.comment.label)")) shows it with its replies. "
        }
        return Message(
            [.outline(try await lines(for: shown)), .text("\(more ?? "")\(try await commentCounts()).")],
            sources: shown.map(\.comment).filter { !$0.isRemoved }.sources
        )
    }

    private func entries(under text: String) async throws -> [CommentThread.Entry] {
        let top = text.isEmpty ? nil : try await comment(asTyped: text)
        if let top, let title = try await otherTitle(for: top) {
            throw UsageError(
                "Comment \(top.label) is about another statement, \"\(title.repeated(upTo: 100))\"; "
                    + "\(typed("comment \(top.label)")) shows it."
            )
        }
        let thread = try await discussion.thread()
        return top.map { thread.entries(under: $0.label) } ?? thread.entries
    }

    private func lines(for entries: ArraySlice<CommentThread.Entry>) async throws -> [Message.Line] {
        var standings = PassageStandings(on: self)
        var lines: [Message.Line] = []
        for entry in entries {
            let line = entry.comment.line(on: try await standings.standing(of: entry.comment))
            lines.append(Message.Line(line, depth: min(entry.depth, Self.deepestLine)))
        }
        return lines
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
