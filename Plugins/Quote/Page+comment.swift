internal import PluginAPI

extension Page {
    private static let maximumReplies = 10
    private static let maximumParents = 8

    /// One comment, whole, with the addresses of its replies.
    func comment(shownFor text: String) async throws -> Message {
        let comment = try await comment(asTyped: text)
        var message = try await message(of: comment)
        if let subject = try await subject(of: comment) { message.blocks.append(.text(subject)) }
        if !comment.reactions.isEmpty {
            let signs = comment.reactions.map { "\($0.key) \($0.count)" }
            message.blocks.append(.verbatim("Reactions: \(signs.listed(atMost: 10))."))
        }
        // One more than is shown, to know whether there are more.
        let replies = try await discussion.replies(to: comment.label, limit: Self.maximumReplies + 1)

        guard !replies.isEmpty else { return message }
        let names = replies.map(\.nameInList).listed(atMost: Self.maximumReplies)
        message.blocks.append(.text("Answered by \(names)."))
        message.sources += replies.prefix(Self.maximumReplies).filter { $0.author != nil }.sources
        return message
    }

    /// `It is about 4.1.`; nil for a comment that is on no passage.
    private func subject(of comment: Comment) async throws -> String? {
        if let passage = comment.passage, let title = try await otherTitle(for: comment) {
            return "It is about \(passage) of \"\(title.repeated(upTo: 100))\"."
        }
        var standings = PassageStandings(on: self)
        guard let standing = try await standings.standing(of: comment) else { return nil }
        guard case .gone(let passage, let revision, _) = standing else {
            return "It is about \(standing.words)."
        }
        return "It is about \(standing.words); \(typed("quote \(passage) --at \(revision)")) shows them."
    }

    /// A comment, whole, or what is said in the place of one whose words are gone.
    func message(of comment: Comment) async throws -> Message {
        guard !comment.isRemoved else {
            return Message(
                [.text("Comment \(comment.label) was removed.")],
                shown: [.comment(comment.label)]
            )
        }
        return Message(comment.quotation(in: try await statement(of: comment)))
    }

    /// The statement that a comment is about: of another than this one only its title is known.
    private func statement(of comment: Comment) async throws -> Statement {
        guard let title = try await otherTitle(for: comment) else { return statement }
        return Statement(
            title: title,
            standfirst: nil,
            caption: nil,
            paragraphs: [],
            publisher: nil,
            sourceURL: nil
        )
    }

    /// The comment of an address: `#1.1`, and `1.1` or `c17` as well.
    func comment(asTyped text: String) async throws -> Comment {
        let typed = String(text.unicodeScalars.prefix(100))
        if let label = Self.label(in: typed) {
            guard let comment = try await discussion.comment(label) else {
                throw try await noComment(label)
            }
            return comment
        }
        guard let label = Self.label(in: "#\(typed)"), let comment = try await discussion.comment(label)
        else {
            throw UsageError(
                "\"\(text.repeated())\" is not the address of a comment. \(try await howToComment())"
            )
        }
        return comment
    }

    private static func label(in text: String) -> CommentLabel? {
        do {
            guard case .comment(let label) = try PassageReference(parsing: text) else { return nil }
            return label
        } catch {
            return nil  // whatever it is, it is not a comment's address
        }
    }

    private func noComment(_ label: CommentLabel) async throws -> UsageError {
        if try await discussion.firstComment() == nil {
            return UsageError(
                "Comment \(label) doesn't exist; there are no comments yet. \(try await howToComment())"
            )
        }
        return UsageError("Comment \(label) doesn't exist; \(typed("comments")) shows those that do.")
    }

    /// The comment that one which does not exist would answer, or else the first.
    func nearest(to label: CommentLabel) async throws -> CommentLabel? {
        var parts = label.rawValue.split(separator: ".").dropLast().prefix(Self.maximumParents)
        while !parts.isEmpty {
            let parent = CommentLabel(parts.joined(separator: "."))
            if try await discussion.comment(parent) != nil { return parent }
            parts = parts.dropLast()
        }
        return try await discussion.firstComment()?.label
    }

    func howToComment() async throws -> String {
        let answer = try await discussion.firstComment().map {
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
