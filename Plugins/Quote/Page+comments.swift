internal import PluginAPI

extension Page {
    private static let maximumLines = 20
    private static let deepestLine = 8

    /// The comments as a tree, each with its first words.
    ///
    /// - Parameter comment: The address of the one to begin with; empty for all.
    func tree(under comment: String) throws(UsageError) -> Message {
        let entries = comment.isEmpty ? thread.entries : thread.entries(under: try label(asTyped: comment))
        guard !entries.isEmpty else {
            return Message("There are no comments yet. \(howToComment)")
        }
        let lines = entries.prefix(Self.maximumLines).map { entry in
            Message.Line(line(for: entry.comment), depth: min(entry.depth, Self.deepestLine))
        }
        let more = entries.dropFirst(lines.count).first.map { hidden in
            "\(entries.count - lines.count) more not shown, from \(hidden.comment.label) on: "
                + "\(typed("comments \(hidden.comment.label)")) shows it with its replies. "
        }
        return Message([.outline(lines), .text("\(more ?? "")\(commentCounts).")])
    }

    /// One comment, whole, with the addresses of its replies.
    func comment(asTyped text: String) throws(UsageError) -> Message {
        let label = try label(asTyped: text)
        guard let comment = thread[label] else { throw noComment(label) }

        var message =
            comment.isRemoved ? Self.removed(label) : Message(comment.quotation(in: statement))
        let replies = thread.replies(to: label).map(\.nameInList)
        if let passage = comment.passage {
            message.blocks.append(.text("It is about \(passage)."))
        }
        if !comment.reactions.isEmpty {
            let signs = comment.reactions.map { "\($0.key) \($0.count)" }
            message.blocks.append(.verbatim("Reactions: \(signs.listed(atMost: 10))."))
        }
        if !replies.isEmpty { message.blocks.append(.text("Answered by \(replies.listed(atMost: 10)).")) }
        return message
    }

    private func line(for comment: Comment) -> String {
        if comment.isRemoved { return "\(comment.label): removed" }
        let author = comment.author.map { " \($0.repeated(upTo: 60))" } ?? ""
        let passage = comment.passage.map { " on \($0)" } ?? ""
        return "\(comment.label)\(author)\(passage): \(comment.text.firstWords(maximumScalars: 60))"
    }

    /// The label of a comment that exists: `#1.1`, and `1.1` or `c17` as well.
    private func label(asTyped text: String) throws(UsageError) -> CommentLabel {
        let typed = String(text.unicodeScalars.prefix(100))
        if let label = Self.label(in: typed) {
            guard thread[label] != nil else { throw noComment(label) }
            return label
        }
        guard let label = Self.label(in: "#\(typed)"), thread[label] != nil else {
            throw UsageError("\"\(text.repeated())\" is not the address of a comment. \(howToComment)")
        }
        return label
    }

    private static func label(in text: String) -> CommentLabel? {
        do {
            guard case .comment(let label) = try PassageReference(parsing: text) else { return nil }
            return label
        } catch {
            return nil  // whatever it is, it is not a comment's address
        }
    }

    private func noComment(_ label: CommentLabel) -> UsageError {
        if thread.comments.isEmpty {
            return UsageError("Comment \(label) doesn't exist; there are no comments yet. \(howToComment)")
        }
        return UsageError("Comment \(label) doesn't exist; \(typed("comments")) shows those that do.")
    }

    private var howToComment: String {
        let answer = thread.comments.first { !$0.isRemoved }.map {
            " To answer a comment, reply to \(typed("comment \($0.label)"))."
        }
        return
            "To comment on a passage, quote it (\(example("quote {sentence}", or: "quote title"))) and reply to "
            + "the quotation.\(answer ?? "")"
    }
}

extension Comment {
    /// `#1.1`, `#c4 (@bob:demo)`, `#c5 (removed)`.
    fileprivate var nameInList: String {
        if isRemoved { return "\(label) (removed)" }
        return author.map { "\(label) (\($0.repeated(upTo: 60)))" } ?? "\(label)"
    }
}
