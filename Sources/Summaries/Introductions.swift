import Discussion

/// Tells whether a sentence announces words of somebody else: "The leaflet continues:".
enum Introductions {
    /// Whether the paragraph after this sentence is somebody else's.
    ///
    /// - Parameter context: The words of the sentence before it: "We made a leaflet. It has the following:"
    static func announces(_ words: [String], _ text: String, after context: [String]) -> Bool {
        guard let last = text.unicodeScalars.last(where: { $0 != " " }) else { return false }
        let isFirstPerson = words.has(.firstPerson)
        if isFirstPerson { return last == ":" && words.contains { pastes.contains($0) } }
        let hasSource = (words + context).contains { sources.contains($0) }
        if last == ":" {
            if words.contains(where: { sayings.contains($0) || pastes.contains($0) }) { return true }
            if hasSource, words.contains(where: { lists.contains($0) }) { return true }
            return (2...8).contains(words.count)
                && words.contains { sources.contains($0) || mails.contains($0) }
        }
        // A heading without a stop: "The leaflet concludes".
        guard last.isLetter, words.count <= 8, let end = words.last else { return false }
        return words.contains { sayings.contains($0) } && (sayings.contains(end) || hasSource)
    }

    /// Whether the rest of this sentence, and of its paragraph, is somebody else's: "The leaflet says: we …".
    static func announcesItsOwnRest(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(":") else { return false }
        let chunks = text.unicodeScalars.split(separator: " ")
        guard let colon = chunks.prefix(20).firstIndex(where: { $0.last == ":" }), chunks.count - colon > 4
        else {
            return false
        }
        let words = chunks[...colon].flatMap { Words.folded(in: String($0)) }
        guard let last = words.last, sayings.contains(last) else { return false }
        return words.contains { sources.contains($0) }
            && !words.has(.firstPerson)
    }

    private static let sayings: Set<String> = [
        "continues", "continued", "concludes", "concluded", "says", "said", "writes", "wrote", "reads",
        "states", "stated", "argues", "argued", "adds", "added", "declares", "declared", "asked", "replied",
        "explains", "explained", "announced", "quoting",
        "sagt", "sagte", "schreibt", "schrieb", "lautet", "heisst", "steht",
        "dit", "ecrit", "ecrivait", "declare", "dice", "dijo", "escribe", "escribio",
    ]
    private static let pastes: Set<String> = [
        "quote", "quotes", "quoted", "quoting", "paste", "pasted", "pasting", "copied", "excerpt", "extract",
        "extracts", "according", "zitat", "zitiere", "citation", "cita",
    ]
    /// Behind "the following:" stands a commenter's own list, unless a source is named.
    private static let lists: Set<String> = ["following", "follows", "included", "includes", "from", "has"]
    private static let mails: Set<String> = ["mail", "email", "message", "post"]
    private static let sources: Set<String> = [
        "leaflet", "pamphlet", "flyer", "article", "statement", "extract", "excerpt", "letter",
        "newspaper", "report", "speech", "interview", "press", "book", "poem", "resolution", "declaration",
        "spec", "specification", "standard", "manual", "documentation", "rfc", "law", "website", "blog",
        "wikipedia", "quotation", "quote", "faq", "tweet",
        "flugblatt", "artikel", "erklarung", "zeitung", "bericht", "tract", "lettre", "journal", "rapport",
        "folleto", "articulo", "periodico", "informe",
    ]
}
