internal import PluginAPI

/// The statement and everything said about it, from which a part is taken.
struct SummarySource {
    let statement: Statement
    let thread: CommentThread
    let context: PluginContext

    /// The part that somebody asked for.
    ///
    /// - Throws: ``UsageError`` where the statement has no such passage or the thread no such comment.
    func scope(of subject: Subject, for invocation: Invocation) async throws -> Scope {
        switch subject {
        case .page:
            Scope(
                comments: thread.comments.filter { $0.origin == .page },
                emptiness: "The page has no comments. Try \(typed("summary chat")) for what was said here.",
                timelessness:
                    "The comments of the page do not say when they were written. Try \(typed("summary"))."
            )
        case .chat:
            Scope(
                comments: thread.comments.filter { $0.origin == .chat },
                emptiness: "Nothing that was said in this chat has been kept yet; \(typed("archive")) says "
                    + "whether it would be. Try \(typed("summary")) for the comments of the page."
            )
        case .all:
            Scope(comments: thread.comments, emptiness: "There are no comments yet. \(howToComment("1"))")
        case .thread: try await scope(ofThread: invocation.thread)
        case .comment(let label): try scope(of: label)
        case .passage(let reference): try scope(of: reference)
        }
    }

    private func scope(ofThread root: EventID?) async throws -> Scope {
        let way =
            "Type \(typed("summary thread")) inside a thread, or as a reply to a comment or to a message of mine that "
            + "shows one."
        guard let root else { throw UsageError("This is no thread. \(way)") }
        var labels = try await context.discussion.labels(inThread: root)
        for case .comment(let label) in try await context.discussion.shown(by: root) { labels.append(label) }
        let members = Set(labels.flatMap { thread.entries(under: $0).map(\.comment.label) })
        guard !members.isEmpty else { throw UsageError("Nothing of this thread has been kept. \(way)") }
        return Scope(
            comments: thread.comments.filter { members.contains($0.label) },
            emptiness: "Nothing is left of this thread. Try \(typed("summary chat"))."
        )
    }

    private func scope(of label: CommentLabel) throws(UsageError) -> Scope {
        guard thread[label] != nil else { throw noComment(label) }
        return Scope(
            comments: thread.entries(under: label).map(\.comment),
            emptiness: "Comment \(label) was deleted, and nobody answered it. Try \(typed("summary"))."
        )
    }

    private func noComment(_ label: CommentLabel) -> UsageError {
        guard let first = thread.comments.first(where: { !$0.isRemoved }) else {
            return UsageError(
                "Comment \(label) doesn't exist; there are no comments yet. \(howToComment("1"))"
            )
        }
        return UsageError(
            "Comment \(label) doesn't exist; \(typed("comments")) shows those that do. "
                + "Try \(typed("summary \(first.label)"))."
        )
    }

    private func scope(of reference: PassageReference) throws(UsageError) -> Scope {
        let quotation: Quotation
        do {
            quotation = try statement.quotation(of: reference)
        } catch {
            let other = error.suggestion.map { " Try \(typed("summary on \($0)"))." } ?? ""
            throw UsageError("\(error)\(other)")
        }
        let mentions = PassageMentions(of: quotation, in: thread)
        return Scope(
            comments: mentions.withReplies,
            heading: mentions.heading,
            emptiness:
                "No comment speaks of \(reference.inWords), as far as its words show. \(howToComment("\(reference)"))"
        )
    }

    private func howToComment(_ address: String) -> String {
        "To comment, reply to the answer to \(typed("quote \(address)"))."
    }

    private func typed(_ command: String) -> String { context.typed(command) }
}
