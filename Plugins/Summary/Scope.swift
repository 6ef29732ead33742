internal import PluginAPI

/// The comments that are summarised, and what to say where there are none.
struct Scope {
    var comments: [Comment]
    /// Why these comments, where that is not plain.
    var heading: String?
    /// What to say instead of a summary: one sentence, and what to type.
    let emptiness: String
    /// What to say where only new comments are wanted, and none says when it was written.
    var timelessness: String?

    /// What of it was there then.
    func ending(at end: LastRead?) -> Scope {
        guard let end else { return self }
        var scope = self
        scope.comments = comments.filter(end.wasThere)
        return scope
    }

    /// What of it is new since then; all of it where nobody asks for less.
    func beginning(at start: Start?) -> Scope {
        guard let start else { return self }
        let isTimeless = !comments.isEmpty && comments.allSatisfy { $0.writtenAt == nil }
        return Scope(
            comments: comments.filter(start.read.isNew),
            heading: [heading, start.heading].compactMap(\.self).joined(separator: " "),
            emptiness: isTimeless ? timelessness ?? start.emptiness : start.emptiness
        )
    }
}
