/// Sentences that are chosen together: one that stands alone, or one that leans with those it leans on.
struct Passage {
    /// The positions of its candidates, neighbours in one comment.
    let rows: ClosedRange<Int>
    /// The position of its comment.
    let comment: Int
    /// Whose it is.
    let voice: Int
    /// How many words it has.
    let words: Int

    /// The passage that ends with a candidate; nil where that leans on too much, or on what cannot be shown.
    init?(endingWith row: Int, of candidates: [Candidate]) {
        var first = row
        while candidates[first].leans, candidates[first].followsItsNeighbour {
            first -= 1
            guard row - first < Self.longest else { return nil }
        }
        guard candidates[first...row].allSatisfy(\.isQuotable) else { return nil }
        rows = first...row
        comment = candidates[row].comment
        voice = candidates[row].voice
        words = candidates[first...row].reduce(0) { $0 + $1.wordCount }
    }

    /// Sentences in a passage, at most: what leans on more is no summary of anything.
    private static let longest = 3
}

extension Reading {
    /// Everything that can be chosen.
    var passages: [Passage] {
        candidates.indices.compactMap { Passage(endingWith: $0, of: candidates) }
    }
}
