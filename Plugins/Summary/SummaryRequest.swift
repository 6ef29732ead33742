internal import PluginAPI

/// What somebody wants: a summary of something, or to see where a passage of one stands.
enum SummaryRequest {
    case summary(of: Subject, since: Since?)
    /// The text is what was typed for a number.
    case why(String)

    /// Reads what was typed after `!summary`: what it is about and since when, in either order.
    ///
    /// - Throws: ``UsageError`` that says what can be typed.
    init(_ typed: String, context: PluginContext) throws(UsageError) {
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.first?.lowercased() == "why" {
            self = .why(words.dropFirst().joined(separator: " "))
            return
        }
        let (about, since) = try Since.taken(from: words, context: context)
        // Where only a time is named, all that was said since then is meant.
        let subject =
            about.isEmpty && since != nil
            ? Subject.all : try Subject(about.joined(separator: " "), context: context)
        self = .summary(of: subject, since: since)
    }
}
