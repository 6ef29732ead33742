/// What changed in one paragraph, in runs of words.
struct WordChanges {
    private let old: [Unicode.Scalar]
    private let new: [Unicode.Scalar]
    private let oldTokens: [TextToken]
    private let newTokens: [TextToken]
    private var stretches = Stretches()

    /// Tokens that both have, or what one has in place of the other's.
    private struct Stretch {
        let isKept: Bool
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Kept and changed stretches by turns.
    private struct Stretches {
        private(set) var all: [Stretch] = []

        mutating func append(_ stretch: Stretch) {
            guard !stretch.old.isEmpty || !stretch.new.isEmpty else { return }
            guard let last = all.last, last.isKept == stretch.isKept else { return all.append(stretch) }
            all[all.count - 1].old = last.old.lowerBound..<stretch.old.upperBound
            all[all.count - 1].new = last.new.lowerBound..<stretch.new.upperBound
        }
    }

    init(from old: String, to new: String) {
        self.old = Array(old.unicodeScalars)
        self.new = Array(new.unicodeScalars)
        oldTokens = TextToken.tokens(in: self.old)
        newTokens = TextToken.tokens(in: self.new)
        let oldWords = oldTokens.indices.filter { oldTokens[$0].isWord }
        let newWords = newTokens.indices.filter { newTokens[$0].isWord }
        let matching = WordMatching(oldWords.map { oldTokens[$0].key }, newWords.map { newTokens[$0].key })
        var (oldEnd, newEnd) = (0, 0)
        for pair in matching.pairs {
            let (oldWord, newWord) = (oldWords[pair.old], newWords[pair.new])
            guard isSame(oldWord, newWord) else { continue }
            add(between: oldEnd..<oldWord, newEnd..<newWord)
            stretches.append(Stretch(isKept: true, old: oldWord..<oldWord + 1, new: newWord..<newWord + 1))
            (oldEnd, newEnd) = (oldWord + 1, newWord + 1)
        }
        add(between: oldEnd..<oldTokens.count, newEnd..<newTokens.count)
    }

    /// Never two of a kind in a row, and what is removed before what is added in its place.
    var runs: [StatementChanges.Run] {
        stretches.all.flatMap { stretch -> [StatementChanges.Run] in
            let removed = text(of: stretch.old, oldTokens, old)
            if stretch.isKept { return [.kept(removed)] }
            let added = text(of: stretch.new, newTokens, new)
            return (removed.isEmpty ? [] : [.removed(removed)]) + (added.isEmpty ? [] : [.added(added)])
        }
    }

    /// What stands between two words that are the same: the signs at its ends may be, too.
    private mutating func add(between oldRange: Range<Int>, _ newRange: Range<Int>) {
        let head = commonHead(oldRange, newRange)
        let (oldRest, newRest) = (oldRange.dropFirst(head), newRange.dropFirst(head))
        let tail = commonTail(oldRest, newRest)
        stretches.append(Stretch(isKept: true, old: oldRange.prefix(head), new: newRange.prefix(head)))
        stretches.append(Stretch(isKept: false, old: oldRest.dropLast(tail), new: newRest.dropLast(tail)))
        stretches.append(Stretch(isKept: true, old: oldRest.suffix(tail), new: newRest.suffix(tail)))
    }

    private func commonHead(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Int {
        zip(oldRange, newRange).prefix { isSame($0, $1) }.count
    }

    private func commonTail(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Int {
        zip(oldRange.reversed(), newRange.reversed()).prefix { isSame($0, $1) }.count
    }

    private func isSame(_ oldToken: Int, _ newToken: Int) -> Bool {
        oldTokens[oldToken].key == newTokens[newToken].key
            && old[oldTokens[oldToken].range].elementsEqual(new[newTokens[newToken].range])
    }

    private func text(of range: Range<Int>, _ tokens: [TextToken], _ scalars: [Unicode.Scalar]) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(scalars[tokens[first].range.lowerBound..<tokens[last].range.upperBound])
    }
}
