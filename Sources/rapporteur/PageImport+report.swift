internal import BotStore
internal import Discussion

extension PageImport {
    /// What became of the page, for people.
    func report(title: String) -> String {
        let what =
            isNew
            ? "is new, and statement \(statement)"
            : isChanged
                ? "has changed: this is revision \(revision) of statement \(statement)"
                : "is as it was: revision \(revision) of statement \(statement)"
        return (["\"\(title)\" \(what)."] + [comments, gone, left].compactMap(\.self)).joined(separator: "\n")
    }

    private var comments: String? {
        let edited =
            editedComments == 0 ? "" : ", and \(editedComments.of("comment was", "comments were")) edited"
        guard newComments + editedComments > 0 else { return nil }
        return "\(newComments.of("comment is", "comments are")) new\(edited)."
    }

    private var gone: String? {
        guard let first = missing.first else { return nil }
        let labels = missing.map(\.description).joined(separator: ", ")
        return "No longer on the page: \(labels). Their words are kept; "
            + "`rapporteur forget --comment \(first.rawValue) --statement \(statement)` removes "
            + (missing.count == 1 ? "them." : "those of the first.")
    }

    private var left: String? {
        guard removed > 0 else { return nil }
        return "\(removed.of("comment was", "comments were")) left out, having been removed here before."
    }
}
