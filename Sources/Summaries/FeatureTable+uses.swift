import Foundation

extension FeatureTable {
    /// How many others use the same words and pairs of words.
    mutating func addUses(in reading: Reading) {
        addUsesOfStems(in: reading)
        addUsesOfWords(in: reading)
    }

    private mutating func addUsesOfStems(in reading: Reading) {
        let candidates = reading.candidates
        var stems = SparseRows()
        for candidate in candidates { stems.append(candidate.stems.lazy.map { Int32($0) }) }
        let byVoice = candidates.indices.sorted { (candidates[$0].voice, $0) < (candidates[$1].voice, $1) }
        let size = reading.vocabulary.count
        let voices = Uses(of: stems, in: byVoice, owner: { candidates[$0].voice }, size: size)
        add(.support, voices.logarithms(of: stems))
        let comments = Uses(of: stems, in: candidates.indices, owner: { candidates[$0].comment }, size: size)
        add(.shareOfComments, comments.shares(of: stems))
        add(.sharedWords, comments.shared(of: stems))
        addFrequencies(of: stems, size: size)
    }

    private mutating func addFrequencies(of stems: SparseRows, size: Int) {
        var counts = [Double](repeating: 0, count: size)
        for row in 0..<stems.count {
            for stem in stems[row] { counts[Int(stem)] += 1 }
        }
        let total = Double(max(stems.total, 1))
        add(.frequency, stems.means { counts[Int($0)] / total })
        add(.coverage, (0..<stems.count).map { row in log(1 + Set(stems[row]).sum { counts[Int($0)] }) })
    }

    private mutating func addUsesOfWords(in reading: Reading) {
        let candidates = reading.candidates
        var words = SparseRows()
        for candidate in candidates { words.append(candidate.words) }
        var numbers = PairNumbers(capacity: words.total)
        var pairs = SparseRows()
        for candidate in candidates {
            pairs.append(zip(candidate.words, candidate.words.dropFirst()).map { numbers.number(of: $0, $1) })
        }
        let size = Int(candidates.lazy.compactMap { $0.words.max() }.max() ?? -1) + 1
        let rows = candidates.indices
        let ofWords = Uses(of: words, in: rows, owner: { candidates[$0].comment }, size: size)
        add(.usualWords, ofWords.logarithms(of: words))
        let ofPairs = Uses(of: pairs, in: rows, owner: { candidates[$0].comment }, size: Int(numbers.count))
        add(.usualPairs, ofPairs.logarithms(of: pairs))
        add(.sharedPairs, ofPairs.shared(of: pairs))
    }
}

extension Sequence {
    fileprivate func sum(_ value: (Element) -> Double) -> Double { reduce(0) { $0 + value($1) } }
}
