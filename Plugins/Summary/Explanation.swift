internal import PluginAPI

/// Shows where a passage of a summary stands: its comment, what that answers, and what answers it first.
struct Explanation {
    let invocation: Invocation
    let context: PluginContext

    /// - Parameter typed: The passage's number, as somebody typed it.
    /// - Throws: ``UsageError`` where there is no such passage, or nothing was summarised yet.
    func answer(to typed: String) async throws -> [Action] {
        let (summary, name) = try await summary()
        let count = summary.passages.count
        let range =
            count == 1
            ? context.typed("summary why 1") : "\(context.typed("summary why 1")) to `why \(count)`"
        let digits = typed.drop { $0 == "#" }.prefix { $0 != "." }
        guard let number = Int(digits) else {
            throw UsageError("Please say which passage of \(name): \(range).")
        }
        guard summary.passages.indices.contains(number - 1) else {
            throw UsageError(
                "There is no passage \(digits.prefix(20)) in \(name); it has \(count). Try \(range)."
            )
        }
        let passage = summary.passages[number - 1]
        let found = Neighbourhood(
            of: passage.comment,
            in: try await context.discussion.thread(),
            banned: try await context.discussion.banned()
        )
        return [invocation.reply(message(of: passage, called: "Passage \(number) of \(name)", found))]
    }

    /// The summary that is answered, or else the last.
    private func summary() async throws -> (PostedSummaries.Posted, name: String) {
        let posted = try await PostedSummaries(in: context).posted.filter { !$0.passages.isEmpty }
        for target in [invocation.repliesTo, invocation.threadRoot].compactMap(\.self) {
            guard let name = try await context.state.name(of: target) else { continue }
            if let answered = posted.first(where: { $0.name == name }) { return (answered, "that summary") }
        }
        guard let last = posted.last else {
            throw UsageError("No summary was posted here yet. Try \(context.typed("summary")).")
        }
        return (last, "the last summary")
    }

    private func message(
        of passage: PostedSummaries.Passage,
        called name: String,
        _ found: Neighbourhood
    ) -> Message {
        guard let comment = found.comment else {
            return Message("\(name) stood in \(passage.comment), \(found.reasonForAbsence).")
        }
        let shown = [("", comment), ("It answers", found.answered), ("It is answered by", found.answer)]
            .compactMap { heading, comment in comment.map { (heading, $0) } }
        let blocks = shown.flatMap { heading, comment in
            (heading.isEmpty ? [] : [Message.Block.heading(heading)]) + [
                .quotation(comment.paragraphs.map(\.text)), .verbatim("— \(comment.line(showing: nil))"),
            ]
        }
        return Message(
            [.text("\(name) is \(place(of: passage, in: comment)).")] + blocks,
            shown: shown.map { .comment($0.1.label) },
            sources: shown.compactMap(\.1.source)
        )
    }

    /// `sentence 2 of #c4`, `paragraph 3, sentences 1 to 2 of #4`.
    private func place(of passage: PostedSummaries.Passage, in comment: Comment) -> String {
        guard let paragraph = comment.paragraphs.first(where: { $0.index == passage.paragraph }),
            paragraph.sentences.count >= passage.last
        else { return "from \(comment.label), which was edited since" }
        let isAll = passage.first == 1 && passage.last == paragraph.sentences.count
        let sentences =
            passage.first == passage.last
            ? "sentence \(passage.first)" : "sentences \(passage.first) to \(passage.last)"
        let places = [
            comment.paragraphs.count > 1 ? "paragraph \(passage.paragraph)" : nil, isAll ? nil : sentences,
        ].compactMap(\.self)
        return places.isEmpty
            ? "all of \(comment.label)" : "\(places.joined(separator: ", ")) of \(comment.label)"
    }
}
