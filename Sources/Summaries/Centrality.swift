/// LexRank: how much the sentences of a discussion lead to each one, by likeness.
///
/// The matrix of all likenesses is never made: a step is X(Xᵀp), which takes time in proportion to the words.
enum Centrality {
    /// How often a reader who goes from sentence to like sentence comes by each one.
    ///
    /// - Parameter shares: Where the reader begins, and begins again; their sum is 1.
    static func ranks(of vectors: SentenceVectors, startingFrom shares: [Double]) -> [Double] {
        let ones = [Double](repeating: 1, count: vectors.count)
        let degrees = vectors.likeness(to: vectors.sum(ones))
        var ranks = shares
        for _ in 0..<steps {
            let spread = zip(ranks, degrees).map { $1 > 0 ? $0 / $1 : 0 }
            let led = vectors.likeness(to: vectors.sum(spread))
            ranks = zip(led, shares).map { continuing * $0 + (1 - continuing) * $1 }
        }
        return ranks
    }

    /// Ranks have settled to a thousandth by then.
    private static let steps = 12
    /// The chance to go on instead of beginning again.
    private static let continuing = 0.85
}
