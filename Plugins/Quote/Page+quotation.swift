internal import PluginAPI

extension Page {
    /// More of a statement than anybody remembers, and far less than somebody can paste.
    private static let maximumScalars = 1_000

    /// The passage that somebody asks for: an address, a phrase in quotation marks, or words.
    ///
    /// - Parameter date: Which revision of the statement is meant; nil for the latest, and for comments.
    func quotation(asTyped text: String, at date: String?) async throws -> Message {
        guard text.unicodeScalars.count <= Self.maximumScalars else {
            throw UsageError(
                "That is too long to look for: \(text.unicodeScalars.count) characters. A few words of the "
                    + "passage are enough, for example \(example("quote \"{phrase}\"", or: "quote 1"))."
            )
        }
        guard let date else { return try await quotation(asTyped: text) }
        let page = try await at(date, inPlaceOf: "quote \(text.repeated(upTo: 80)) --at")
        return try await page.quotation(asTyped: text)
    }

    private func quotation(asTyped text: String) async throws -> Message {
        if let reference = try reference(asTyped: text) { return try await quotation(of: reference) }
        if let phrase = QuotedPhrase(text) { return try await quotation(ofPhrase: phrase.text) }
        return try await quotation(ofWords: text)
    }

    /// The address; nil where the text is none, but may be words to look for.
    private func reference(asTyped text: String) throws(UsageError) -> PassageReference? {
        do {
            return try PassageReference(parsing: text)
        } catch {
            guard error.isAddress else { return nil }
            let way =
                error.suggestion.map { "Try \(quoting($0))." }
                ?? "For example \(example("quote {sentence}\(edition?.option ?? "")", or: "quote 1"))."
            throw UsageError("\(error) \(way)")
        }
    }

    private func quotation(of reference: PassageReference) async throws -> Message {
        if case .comment(let label) = reference { return try await quotation(of: label) }
        do {
            return message(of: try statement.quotation(of: reference))
        } catch {
            let found = edition.map { "In revision \($0.revision.number): \("\(error)".inSentence)" }
            let way = error.suggestion.map { " Try \(quoting($0))." } ?? ""
            throw UsageError("\(found ?? "\(error)")\(way)")
        }
    }

    private func quotation(of label: CommentLabel) async throws -> Message {
        guard edition == nil else {
            throw UsageError(
                "Only the statement has revisions; a comment is quoted as it is now. Try \(quoting(label))."
            )
        }
        guard let comment = try await discussion.comment(label) else {
            let nearest = try await nearest(to: label)
            let count = try await discussion.counts().all
            let error = PassageError.noComment(label, count: count, nearest: nil)
            throw UsageError("\(error)\(nearest.map { " Try \(quoting($0))." } ?? "")")
        }
        return try await message(of: comment)
    }

    /// How the passage would be asked for, as code, in the same revision.
    private func quoting(_ address: some CustomStringConvertible) -> String {
        let isOfComment = address is CommentLabel
        return typed("quote \(address)\(isOfComment ? "" : edition?.option ?? "")")
    }
}

extension String {
    /// With a small letter at the beginning, to stand behind other words.
    fileprivate var inSentence: String { prefix(1).lowercased() + dropFirst() }
}
