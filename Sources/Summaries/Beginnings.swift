import Discussion

/// Knows who begins sentences with capitals: what such a person begins small is a piece cut out of a sentence.
///
/// Whoever never writes capitals is read as well as the others.
struct Beginnings {
    private var all: [Int: (small: Int, count: Int)] = [:]

    private static let fewest = 5

    /// Counts the sentences of a comment. Comments whose author is unknown are voices of their own.
    mutating func read(_ entries: [OwnWords.Entry], by voice: Int) {
        var known = all[voice] ?? (0, 0)
        for entry in entries where entry.isOwn && !entry.words.isEmpty {
            known.count += 1
            if SentenceForm.beginsSmall(entry.sentence.text) { known.small += 1 }
        }
        all[voice] = known
    }

    /// Whether a sentence of this voice begins unlike nearly all others.
    func isPiece(_ text: String, of voice: Int) -> Bool {
        guard SentenceForm.beginsSmall(text), !SentenceForm.beginsList(text), let known = all[voice] else {
            return false
        }
        return known.count >= Self.fewest && known.small * 4 < known.count
    }
}
