/// Which words of two texts are the same, in the same order.
///
/// Words that stand once in both are paired first (as in patience diff); what is between them in small pieces, by
/// their longest common part. Large pieces without such words stay apart: the time grows with the texts.
struct WordMatching {
    private let old: [UInt64]
    private let new: [UInt64]
    private(set) var pairs: [(old: Int, new: Int)] = []

    private static let mostCells = 1 << 14
    private static let deepest = 8

    /// - Parameters:
    ///   - old: The keys of the words of one text.
    ///   - new: The keys of those of the other.
    init(_ old: [UInt64], _ new: [UInt64]) {
        self.old = old
        self.new = new
        match(0..<old.count, 0..<new.count, depth: 0)
    }

    private mutating func match(_ oldRange: Range<Int>, _ newRange: Range<Int>, depth: Int) {
        var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
        while oldStart < oldRange.upperBound, newStart < newRange.upperBound, old[oldStart] == new[newStart] {
            pairs.append((oldStart, newStart))
            oldStart += 1
            newStart += 1
        }
        var (oldEnd, newEnd) = (oldRange.upperBound, newRange.upperBound)
        while oldEnd > oldStart, newEnd > newStart, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        matchInside(oldStart..<oldEnd, newStart..<newEnd, depth: depth)
        pairs += zip(oldEnd..<oldRange.upperBound, newEnd..<newRange.upperBound).map { ($0, $1) }
    }

    private mutating func matchInside(_ oldRange: Range<Int>, _ newRange: Range<Int>, depth: Int) {
        guard !oldRange.isEmpty, !newRange.isEmpty else { return }
        if oldRange.count <= Self.mostCells / newRange.count {
            pairs += CommonPart(old[oldRange], new[newRange]).pairs
            return
        }
        guard depth < Self.deepest else { return }
        var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
        for anchor in anchors(oldRange, newRange) {
            match(oldStart..<anchor.old, newStart..<anchor.new, depth: depth + 1)
            pairs.append(anchor)
            (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
        }
        guard oldStart > oldRange.lowerBound else { return }
        match(oldStart..<oldRange.upperBound, newStart..<newRange.upperBound, depth: depth + 1)
    }

    /// Words that stand once in both pieces, the most of them that are in order.
    private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [(old: Int, new: Int)] {
        let oldPlaces = Self.singles(old[oldRange])
        let newPlaces = Self.singles(new[newRange])
        let common = newPlaces.compactMap { key, place in oldPlaces[key].map { (old: $0, new: place) } }
            .sorted { $0.new < $1.new }
        return LongestRise.places(in: common.map(\.old)).map { common[$0] }
    }

    /// The place of each word that stands once.
    private static func singles(_ words: ArraySlice<UInt64>) -> [UInt64: Int] {
        var places: [UInt64: Int] = [:]
        for (place, word) in zip(words.indices, words) {
            places[word] = places[word] == nil ? place : -1
        }
        return places.filter { $0.value >= 0 }
    }
}
