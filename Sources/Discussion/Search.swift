/// Ranks the sentences of a statement and its comments by the words of a query.
///
/// A sentence with more of the words comes before one with fewer; among those, one where they follow each
/// other, then one with rarer words that make up more of it, then the one that stands first. The same query
/// always gives the same order.
public struct Search: Sendable {
    private let words: [String]

    /// A search for the words of a text, in whatever punctuation they stand.
    public init(_ query: String) {
        var seen: Set<String> = []
        words = Words.folded(in: query).filter { seen.insert($0).inserted }
    }

    /// The sentences that have at least one of the words, best first.
    ///
    /// - Parameters:
    ///   - statement: Its title, standfirst and caption are looked into as well.
    ///   - comments: Each is found once, with its best sentence; removed ones have no words.
    public func hits(in statement: Statement, and comments: [Comment] = []) -> [SearchHit] {
        guard !words.isEmpty else { return [] }
        let passages = statement.searchablePassages + comments.flatMap(Self.passages)
        let weights = passages.map { passage in words.map { passage.weight(of: $0) } }
        let rarities = words.indices.map { word in
            1 - Double(weights.count { $0[word] > 0 }) / Double(passages.count + 1)
        }
        var hits: [SearchHit] = []
        for (passage, weights) in zip(passages, weights) where weights.contains(where: { $0 > 0 }) {
            let score = score(of: passage, weights, rarities)
            hits.append(SearchHit(reference: passage.reference, sentence: passage.text, score: score))
        }
        return Self.ranked(hits)
    }

    private func score(of passage: SearchablePassage, _ weights: [Double], _ rarities: [Double]) -> Double {
        var score = Double(weights.count { $0 > 0 })
        if words.count > 1 && passage.contains(words) { score += 1 }
        let shares = zip(weights, rarities).map { weight, rarity in
            // Below 1 for every word, so that no share outweighs a word more.
            rarity * weight / (weight + 1 + Double(passage.words.count) / 20)
        }
        return score + shares.reduce(0, +) / Double(words.count)
    }

    /// Best first, equal ones in the order of the text, each address once.
    private static func ranked(_ hits: [SearchHit]) -> [SearchHit] {
        let order = hits.indices.sorted { (hits[$1].score, $0) < (hits[$0].score, $1) }
        var seen: Set<PassageReference> = []
        return order.map { hits[$0] }.filter { seen.insert($0.reference).inserted }
    }

    private static func passages(of comment: Comment) -> [SearchablePassage] {
        comment.paragraphs.flatMap { paragraph in
            paragraph.sentences.map { SearchablePassage(.comment(comment.label), $0.text) }
        }
    }
}

extension Statement {
    /// The sentences that have at least one of the words, best first: see ``Search``.
    public func search(_ words: String, comments: [Comment] = []) -> [SearchHit] {
        Search(words).hits(in: self, and: comments)
    }
}
