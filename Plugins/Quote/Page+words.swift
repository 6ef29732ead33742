internal import PluginAPI

extension Page {
    /// As many comments as are looked into for a phrase.
    private static let maximumCandidates = 50

    /// The first sentence with a phrase, of the statement or of a comment.
    func quotation(ofPhrase phrase: String) async throws -> Message {
        let candidates = try await candidates(with: Words.folded(in: phrase))
        let texts = [Passage(statement)] + candidates.map { Passage($0) }
        let places = texts.flatMap { passage in
            passage.text.find(phrase: phrase).map { Place(passage: passage, reference: $0) }
        }
        if let message = try quotation(ofFirst: places) { return message }
        let shown = phrase.repeated(upTo: 80)
        let way =
            "Without quotation marks I look for the words in any order: "
            + "\(typed("quote \(shown)\(edition?.option ?? "")"))."
        guard candidates.count < Self.maximumCandidates else {
            throw UsageError(
                "No sentence of the statement has the phrase \"\(shown)\", and none of the first "
                    + "\(candidates.count) comments that have all its words. \(way)"
            )
        }
        throw UsageError("\(noSentence) has the phrase \"\(shown)\". \(way)")
    }

    /// The sentence of the statement that has all the words.
    ///
    /// Comments are named and not quoted: who types a few words means the statement.
    func quotation(ofWords text: String) async throws -> Message {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let found = statement.find(words: words)
        let places = found.places.map { Place(passage: Passage(statement), reference: $0) }
        if let message = try quotation(ofFirst: places) { return message }
        guard !found.words.isEmpty else {
            throw UsageError(
                "\"\(text.repeated())\" has no word to look for. Type an address or words of a passage, for "
                    + "example \(example("quote {sentence}", or: "quote 1"))."
            )
        }
        let comments = try await candidates(with: Words.folded(in: text)).filter { comment in
            !Passage(comment).text.find(words: words).places.isEmpty
        }
        let hint =
            comments.isEmpty ? "" : " In the comments: \(comments.map(\.label).listed(atMost: 6))."
        throw UsageError(absence(of: found.words) + hint)
    }

    /// The first comments with all the words; none where an older text is asked for.
    private func candidates(with words: [String]) async throws -> [Comment] {
        guard edition == nil else { return [] }
        return try await discussion.comments(
            matching: CommentQuery(
                words: words.uniqued,
                needsAll: true,
                order: .oldestFirst,
                limit: Self.maximumCandidates
            )
        )
    }

    /// Which of the words stand where.
    private func absence(of words: [WordMatches.Word]) -> String {
        let named = words.map { "\"\($0.word.repeated(upTo: 30))\"" }
        if words.count == 1 { return "\(noSentence) has \(named[0])." }
        let places = zip(named, words).prefix(8).map { "\($0): \($1.places.listed(atMost: 6))." }
        return "\(noSentence) has all of \(named.listed(atMost: 8)). \(places.joined(separator: " "))"
    }

    private var noSentence: String {
        edition.map { "No sentence of revision \($0.revision.number)" } ?? "No sentence"
    }

    /// The first place, quoted, with the addresses of the others; nil where there is none.
    private func quotation(ofFirst places: [Place]) throws -> Message? {
        guard let first = places.first else { return nil }
        var message = try message(of: first)
        let others = places.map(\.address).uniqued.dropFirst()
        if !others.isEmpty { message.blocks.append(.text("Also in \(Array(others).listed(atMost: 6)).")) }
        return message
    }
}
