import Discussion

/// Knows who begins sentences with capitals: what such a person begins small is a piece cut out of a sentence.
///
/// Whoever never writes capitals is read as well as the others.
struct Beginnings {
    private var all: [String: (small: Int, count: Int)] = [:]

    private static let fewest = 5

    /// Counts the sentences of a comment. Comments whose author is unknown are judged by themselves.
    mutating func read(_ entries: [OwnWords.Entry], by author: String) {
        var known = all[author] ?? (0, 0)
        for entry in entries where entry.isOwn && !entry.words.isEmpty {
            known.count += 1
            if Prose.beginsSmall(entry.sentence.text) { known.small += 1 }
        }
        all[author] = known
    }

    /// Whether a sentence of this author begins unlike nearly all others.
    func isPiece(_ text: String, of author: String) -> Bool {
        guard let known = all[author], known.count >= Self.fewest, known.small * 4 < known.count else {
            return false
        }
        return Prose.beginsSmall(text) && !Prose.beginsList(text)
    }
}
