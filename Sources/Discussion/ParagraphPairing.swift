/// Which paragraphs without a partner are others in new words: those that share most of them.
///
/// Compared are those that share rare words, and those that stand at the same place between paragraphs that did not
/// change: each with few others, so that the time grows with the texts.
struct ParagraphPairing {
    /// For each old paragraph that was changed the new one.
    private(set) var partners: [Int: Int] = [:]

    /// A word that more paragraphs have tells nothing.
    private static let mostHolders = 8
    private static let mostComparisons = 3
    /// In so small a gap all are compared with all.
    private static let smallGap = 64
    private static let leastLikeness = 0.4

    /// Old and new paragraphs between the same two that are in place.
    struct Gap {
        var old: [Int] = []
        var new: [Int] = []
    }

    private struct Candidate {
        let old: Int
        let new: Int
        let likeness: Double
    }

    /// - Parameter gaps: The paragraphs without a partner.
    init(_ old: [String], _ new: [String], gaps: [Gap]) {
        let oldBags = Self.bags(of: gaps.flatMap(\.old), in: old)
        let newBags = Self.bags(of: gaps.flatMap(\.new), in: new)
        let holders = Self.holders(of: oldBags)
        var candidates: [Candidate] = []
        for gap in gaps {
            for (rank, place) in gap.new.enumerated() {
                guard let bag = newBags[place] else { continue }
                for other in Self.neighbours(rank, in: gap).union(Self.relatives(of: bag, at: place, holders))
                {
                    let likeness = oldBags[other]?.likeness(to: bag) ?? 0
                    guard likeness >= Self.leastLikeness else { continue }
                    candidates.append(Candidate(old: other, new: place, likeness: likeness))
                }
            }
        }
        pair(candidates)
    }

    private static func bags(of places: [Int], in texts: [String]) -> [Int: WordBag] {
        Dictionary(uniqueKeysWithValues: places.map { ($0, WordBag(of: texts[$0])) })
    }

    /// For each word the paragraphs that have it, one more than count at most.
    private static func holders(of bags: [Int: WordBag]) -> [String: [Int]] {
        var holders: [String: [Int]] = [:]
        for (place, bag) in bags {
            for word in bag.words where holders[word, default: []].count <= mostHolders {
                holders[word, default: []].append(place)
            }
        }
        return holders
    }

    /// What stands at the same place of its gap, from either end.
    private static func neighbours(_ rank: Int, in gap: Gap) -> Set<Int> {
        if gap.old.count <= smallGap / gap.new.count { return Set(gap.old) }
        let places = [rank, gap.old.count - gap.new.count + rank].filter { gap.old.indices.contains($0) }
        return Set(places.map { gap.old[$0] })
    }

    /// Those that share most of its rare words; of equal ones the nearest.
    private static func relatives(of bag: WordBag, at place: Int, _ holders: [String: [Int]]) -> Set<Int> {
        var shared: [Int: Int] = [:]
        for word in bag.words {
            guard let found = holders[word], found.count <= mostHolders else { continue }
            for other in found { shared[other, default: 0] += 1 }
        }
        let best = shared.sorted { one, other in
            (-one.value, abs(one.key - place), one.key) < (-other.value, abs(other.key - place), other.key)
        }
        return Set(best.prefix(mostComparisons).map(\.key))
    }

    /// The likest first; each has one partner.
    private mutating func pair(_ candidates: [Candidate]) {
        let best = candidates.sorted { one, other in
            (-one.likeness, abs(one.old - one.new), one.new, one.old)
                < (-other.likeness, abs(other.old - other.new), other.new, other.old)
        }
        var taken: Set<Int> = []
        for candidate in best where partners[candidate.old] == nil && taken.insert(candidate.new).inserted {
            partners[candidate.old] = candidate.new
        }
    }
}
