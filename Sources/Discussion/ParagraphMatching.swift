/// Which paragraphs of two texts have the same words.
///
/// Those that stand once in both are paired first, then their neighbours outward, then the copies that are left, first
/// with first.
struct ParagraphMatching {
    /// For each new paragraph the old one with its words.
    private(set) var partners: [Int?]
    /// The new paragraphs that have a partner and kept their order; as many of them as can be.
    private(set) var inPlace: [Int] = []
    private var isTaken: [Bool]

    init(_ old: [ExactText], _ new: [ExactText]) {
        partners = new.map { _ in nil }
        isTaken = old.map { _ in false }
        pairSingles(old, new)
        pairNeighbours(old, new)
        pairCopies(old, new)
        let paired = new.indices.filter { partners[$0] != nil }
        inPlace = LongestRise.places(in: paired.compactMap { partners[$0] }).map { paired[$0] }
    }

    private mutating func pair(_ newPlace: Int, with oldPlace: Int) {
        partners[newPlace] = oldPlace
        isTaken[oldPlace] = true
    }

    private mutating func pairSingles(_ old: [ExactText], _ new: [ExactText]) {
        let places = Dictionary(grouping: old.indices) { old[$0] }
        for (text, found) in Dictionary(grouping: new.indices, by: { new[$0] }) {
            guard found.count == 1, let others = places[text], others.count == 1 else { continue }
            pair(found[0], with: others[0])
        }
    }

    /// Both ends of the texts count as pairs.
    private mutating func pairNeighbours(_ old: [ExactText], _ new: [ExactText]) {
        for place in new.indices {
            let before = place == 0 ? -1 : partners[place - 1]
            pairIfSame(place, before.map { $0 + 1 }, old, new)
        }
        for place in new.indices.reversed() {
            let behind = place == new.count - 1 ? old.count : partners[place + 1]
            pairIfSame(place, behind.map { $0 - 1 }, old, new)
        }
    }

    private mutating func pairIfSame(_ place: Int, _ other: Int?, _ old: [ExactText], _ new: [ExactText]) {
        guard partners[place] == nil, let other, old.indices.contains(other), !isTaken[other] else { return }
        if new[place] == old[other] { pair(place, with: other) }
    }

    private mutating func pairCopies(_ old: [ExactText], _ new: [ExactText]) {
        var copies = Dictionary(grouping: old.indices.reversed().filter { !isTaken[$0] }) { old[$0] }
        for place in new.indices where partners[place] == nil {
            guard let copy = copies[new[place]]?.popLast() else { continue }
            pair(place, with: copy)
        }
    }
}
