internal import PluginAPI

extension Page {
    private static let maximumHits = 10
    private static let maximumQuery = 1_000

    /// The places with the words, best first.
    func search(for query: String) async throws -> Message {
        let words = Words.folded(in: String(query.unicodeScalars.prefix(Self.maximumQuery))).uniqued
        guard !words.isEmpty else {
            throw UsageError(
                "\"\(query.repeated())\" has no word to look for; for example "
                    + "\(example("search {word}", or: "search peace"))."
            )
        }
        let candidates = try await candidates(with: words)
        let hits = statement.search(words.joined(separator: " "), comments: candidates.comments)
        let named = words.map { "\"\($0.repeated(upTo: 30))\"" }.listed(atMost: 8)
        guard !hits.isEmpty else {
            return Message("Nothing in the statement or its comments has \(named).")
        }
        let shown = hits.prefix(Self.maximumHits)
        let lines = shown.map { hit in
            Message.Line("\(hit.reference): \(Snippet(of: hit.sentence, around: words).text)")
        }
        let heading = candidates.heading(of: hits.count, with: (words.count > 1 ? "any of " : "") + named)
        let rest = candidates.rest(hits.count - shown.count)
        return Message(
            [.text(heading), .outline(lines)] + [rest].compactMap { $0.map { .text($0) } },
            sources: candidates.comments.filter { comment in
                shown.contains { $0.reference == .comment(comment.label) }
            }.sources
        )
    }

    /// The comments that are ranked: the newest with all the words, and where these are few, the newest with any.
    private func candidates(with words: [String]) async throws -> SearchCandidates {
        let all = try await newest(with: words, needsAll: true)
        guard words.count > 1 else {
            return SearchCandidates(newest: all.comments, extent: all.isCut ? .moreThan("it") : .exactly)
        }
        guard all.comments.count < Self.maximumHits else {
            let extent: SearchCandidates.Extent = all.isCut ? .moreThan("all of them") : .atLeast
            return SearchCandidates(newest: all.comments, extent: extent)
        }
        let any = try await newest(with: words, needsAll: false)
        let labels = Set(any.comments.map(\.label))
        // Where some have all the words and are not among the newest with any, they are older.
        let older = all.comments.filter { !labels.contains($0.label) }
        return SearchCandidates(
            newest: any.comments + older,
            extent: any.isCut ? .moreThan("any of them") : .exactly
        )
    }

    /// The newest comments with the words, and whether there are more.
    private func newest(with words: [String], needsAll: Bool) async throws -> (
        comments: [Comment], isCut: Bool
    ) {
        let limit = SearchCandidates.maximum
        let query = CommentQuery(words: words, needsAll: needsAll, order: .newestFirst, limit: limit + 1)
        let found = try await discussion.comments(matching: query)
        return (Array(found.prefix(limit)), found.count > limit)
    }
}
