/// The rules for the line below a title, which may speak about the text or already be part of it.
enum Standfirst {
    private static let longest = 300
    /// What a text calls itself.
    private static let kinds: Set<String> = [
        "statement", "letter", "resolution", "declaration", "appeal", "call", "report", "article", "motion",
        "response", "reply", "essay", "interview", "speech", "note", "manifesto", "communiqué",
        "contribution",
        "analysis", "review",
    ]
    private static let introductions: Set<String> = [
        "a", "an", "the", "this", "open", "joint", "public", "short", "our",
    ]
    private static let bylines: Set<String> = ["by", "from", "published", "adopted", "updated", "posted"]
    private static let speakers: Set<String> = ["we", "i", "our", "my", "us"]

    /// Whether a line that stands alone below the title is the standfirst, and not the first paragraph.
    ///
    /// It is, where it is at most 300 scalars long and
    /// - says what kind of text follows, or by whom: "A statement from …", "An open letter to …", "By …"; or
    /// - does not end like a sentence, as a second heading does; or
    /// - is a single sentence in which nobody says "we" or "I", before a paragraph of several: a
    ///   statement's own first paragraph speaks, a standfirst is spoken about.
    ///
    /// A mistake here would move every number of the statement by one, so a text whose paragraphs are all
    /// alike has none.
    static func isStandfirst(_ line: Paragraph, before next: Paragraph) -> Bool {
        guard line.text.unicodeScalars.count <= longest else { return false }
        let words = Words.folded(in: line.text)
        if namesKind(words) { return true }
        guard line.sentences.count == 1, !words.isEmpty else { return false }
        let endsLikeSentence = line.text.unicodeScalars.suffix(3).contains {
            $0.isStop || $0 == ":" || $0 == ";"
        }
        if !endsLikeSentence {
            return next.text.unicodeScalars.last.map { $0.isStop || $0.isCloser } ?? false
        }
        return next.sentences.count > 1 && !words.contains { speakers.contains($0) }
            && !line.text.hasSuffix(":")
    }

    private static func namesKind(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        if bylines.contains(first) { return words.count <= 12 }
        let name = words.drop { introductions.contains($0) }
        return name.count < words.count && name.prefix(2).contains { kinds.contains($0) }
    }

    /// Who published the text, in the words of the standfirst: NAME in "A statement from (or by) the NAME
    /// on …".
    ///
    /// The name ends before `on`, `about`, `regarding`, `concerning` or `in response to`, or with the
    /// line; it has at most 8 words, one of them with a capital letter. Nil where the line says it
    /// differently.
    static func publisher(in standfirst: String) -> String? {
        let words = standfirst.unicodeScalars.split { $0.isWhite }.map { String($0) }
        let lower = words.map { $0.lowercased() }
        guard let statement = lower.prefix(4).firstIndex(of: "statement"), words.count > statement + 2,
            ["from", "by"].contains(lower[statement + 1])
        else { return nil }
        let start = statement + (lower[statement + 2] == "the" ? 3 : 2)
        let name = words[start...].prefix(while: { !isConnector($0.lowercased()) })
        let isBeforeResponse = lower[name.endIndex...].starts(with: ["in", "response", "to"])
        if name.endIndex < words.count && lower[name.endIndex] == "in" && !isBeforeResponse { return nil }
        guard (1...8).contains(name.count),
            name.contains(where: { $0.unicodeScalars.contains { $0.isUpper } })
        else {
            return nil
        }
        let ended = name.joined(separator: " ").unicodeScalars
        let end = ended.lastIndex { !($0 == "." || $0 == "," || $0 == ":" || $0 == ";") }
        return end.map { String(ended[...$0]) }
    }

    private static func isConnector(_ word: String) -> Bool {
        ["on", "about", "regarding", "concerning", "in"].contains(word)
    }
}
