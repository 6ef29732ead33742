/// How much of a sentence has not been said by those that are chosen: 1, all of it, to 0.
struct Novelty {
    private let candidates: [Candidate]
    private let vectors: SentenceVectors
    private let isHeap: Bool
    private var likeness: [Int: Double]
    private var uses: [Int: Int] = [:]

    /// - Parameter rows: The candidates that will be asked about.
    init(of rows: some Sequence<Int>, in reading: Reading, vectors: SentenceVectors) {
        candidates = reading.candidates
        self.vectors = vectors
        isHeap = reading.isHeap
        likeness = Dictionary(rows.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
    }

    /// In a conversation sentences differ by what they say as a whole, in a heap of opinions by each word.
    subscript(row: Int) -> Double {
        guard isHeap else { return 1 - 0.9 * (likeness[row] ?? 0) }
        let stems = candidates[row].stems
        let new = stems.reduce(0.0) { sum, stem in
            let before = Double(1 + (uses[stem] ?? 0))
            return sum + 1 / (before * before)
        }
        return new / Double(max(stems.count, 1))
    }

    /// Remembers that a sentence is chosen.
    mutating func take(_ row: Int) {
        for stem in Set(candidates[row].stems) { uses[stem, default: 0] += 1 }
        guard !isHeap else { return }
        let vector = vectors.spread(row)
        for (other, known) in likeness {
            likeness[other] = max(known, vectors.likeness(of: other, to: vector))
        }
    }
}
