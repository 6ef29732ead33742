internal import PluginAPI

extension Page {
    /// More of a statement than anybody remembers, and far less than somebody can paste.
    private static let maximumScalars = 1_000

    /// The passage that somebody asks for: an address, a phrase in quotation marks, or words.
    func quotation(asTyped text: String) throws -> Message {
        guard text.unicodeScalars.count <= Self.maximumScalars else {
            throw UsageError(
                "That is too long to look for: \(text.unicodeScalars.count) characters. A few words of the "
                    + "passage are enough, for example \(example("quote \"{phrase}\"", or: "quote 1"))."
            )
        }
        if let reference = try reference(asTyped: text) { return try quotation(of: reference) }
        if let phrase = QuotedPhrase(text) { return try quotation(ofPhrase: phrase.text) }
        return try quotation(ofWords: text)
    }

    /// Whether a text is the address of a part of the statement.
    static func isInStatement(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= maximumScalars else { return false }
        do {
            if case .comment = try PassageReference(parsing: text) { return false }
            return true
        } catch {
            return false  // words may stand in comments, too
        }
    }

    /// The address; nil where the text is none, but may be words to look for.
    private func reference(asTyped text: String) throws(UsageError) -> PassageReference? {
        do {
            return try PassageReference(parsing: text)
        } catch {
            guard error.isAddress else { return nil }
            let way =
                error.suggestion.map { "Try \(typed("quote \($0)"))." }
                ?? "For example \(example("quote {sentence}", or: "quote 1"))."
            throw UsageError("\(error) \(way)")
        }
    }

    private func quotation(of reference: PassageReference) throws(UsageError) -> Message {
        do {
            guard case .comment(let label) = reference else {
                return Message(try statement.quotation(of: reference))
            }
            let quotation = try thread.quotation(of: label, in: statement)
            return thread[label]?.isRemoved == true ? Self.removed(label) : Message(quotation)
        } catch {
            let way = error.suggestion.map { "Try \(typed("quote \($0)"))." }
            throw UsageError([error.description, way].compactMap(\.self).joined(separator: " "))
        }
    }

    /// What is said in the place of a comment whose words are gone.
    static func removed(_ label: CommentLabel) -> Message {
        Message([.text("Comment \(label) was removed.")], shown: [.comment(label)])
    }

    private func quotation(ofPhrase phrase: String) throws -> Message {
        let places = passages.flatMap { passage in
            passage.text.find(phrase: phrase).map { Place(passage: passage, reference: $0) }
        }
        if let message = try quotation(ofFirst: places) { return message }
        throw UsageError(
            "No sentence has the phrase \"\(phrase.repeated(upTo: 80))\". Without quotation marks I look for "
                + "the words in any order: \(typed("quote \(phrase.repeated(upTo: 80))"))."
        )
    }

    /// The sentence of the statement that has all the words.
    ///
    /// Comments are named and not quoted: who types a few words means the statement.
    private func quotation(ofWords text: String) throws -> Message {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let found = statement.find(words: words)
        let places = found.places.map {
            Place(passage: Passage(comment: nil, text: statement), reference: $0)
        }
        if let message = try quotation(ofFirst: places) { return message }
        guard !found.words.isEmpty else {
            throw UsageError(
                "\"\(text.repeated())\" has no word to look for. Type an address or words of a passage, for "
                    + "example \(example("quote {sentence}", or: "quote 1"))."
            )
        }
        let comments = passages.dropFirst().filter { !$0.text.find(words: words).places.isEmpty }
            .compactMap { $0.comment?.label }
        let hint = comments.isEmpty ? "" : " In the comments: \(comments.listed(atMost: 6))."
        throw UsageError(Self.absence(of: found.words) + hint)
    }

    /// Which of the words stand where.
    private static func absence(of words: [WordMatches.Word]) -> String {
        let named = words.map { "\"\($0.word.repeated(upTo: 30))\"" }
        if words.count == 1 { return "No sentence has \(named[0])." }
        let places = zip(named, words).prefix(8).map { "\($0): \($1.places.listed(atMost: 6))." }
        return "No sentence has all of \(named.listed(atMost: 8)). \(places.joined(separator: " "))"
    }

    /// The first place, quoted, with the addresses of the others; nil where there is none.
    private func quotation(ofFirst places: [Place]) throws -> Message? {
        guard let first = places.first else { return nil }
        var message = try first.message(in: statement)
        let others = places.map(\.address).uniqued.dropFirst()
        if !others.isEmpty { message.blocks.append(.text("Also in \(Array(others).listed(atMost: 6)).")) }
        return message
    }
}

extension Array {
    /// `6.2, 6.3, 6.4`, `6.2, 6.3, …`; `nowhere` where there is nothing.
    func listed(atMost limit: Int) -> String {
        guard !isEmpty else { return "nowhere" }
        let shown = prefix(limit).map { "\($0)" } + (count > limit ? ["…"] : [])
        return shown.joined(separator: ", ")
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
