internal import PluginAPI

extension Page {
    private static let maximumHits = 10
    private static let maximumQuery = 1_000

    /// The places with the words, best first.
    func search(for query: String) throws(UsageError) -> Message {
        let words = Words.folded(in: String(query.unicodeScalars.prefix(Self.maximumQuery))).uniqued
        guard !words.isEmpty else {
            throw UsageError(
                "\"\(query.repeated())\" has no word to look for; for example "
                    + "\(example("search {word}", or: "search peace"))."
            )
        }
        let named = words.map { "\"\($0.repeated(upTo: 30))\"" }.listed(atMost: 8)
        let hits = statement.search(words.joined(separator: " "), comments: thread.comments)
        guard !hits.isEmpty else {
            return Message("Nothing in the statement or its comments has \(named).")
        }
        let heading =
            "\(hits.count.of("place")) with \(words.count > 1 ? "any of " : "")\(named)"
            + (hits.count > 1 ? ", best first:" : ":")
        let lines = hits.prefix(Self.maximumHits).map { hit in
            Message.Line("\(hit.reference): \(Snippet(of: hit.sentence, around: words).text)")
        }
        var blocks: [Message.Block] = [.text(heading), .outline(lines)]
        let hidden = hits.count - lines.count
        if hidden > 0 { blocks.append(.text("\(hidden) more \(hidden == 1 ? "is" : "are") not shown.")) }
        return Message(blocks)
    }
}
