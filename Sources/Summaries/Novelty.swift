import Foundation

/// How much of a sentence has not been said by those that are chosen: 1, all of it, to 0.
///
/// By likeness as a whole, and the more so the shorter the comments by its words one by one: among a hundred
/// single sentences many say almost the same in other words.
struct Novelty {
    private let candidates: [Candidate]
    private let vectors: SentenceVectors
    private let rows: [Int]
    /// How much words count one by one, from 0 to 1.
    private let strictness: Double
    private var likeness: [Double]
    private var uses: [Int32]
    private var scratch: [Double]

    /// - Parameter rows: The candidates that will be asked about.
    init(of rows: some Sequence<Int>, in reading: Reading, vectors: SentenceVectors, shape: Shape) {
        candidates = reading.candidates
        self.vectors = vectors
        self.rows = Set(rows).sorted()
        strictness = 1 - shape.length
        likeness = [Double](repeating: 0, count: reading.candidates.count)
        uses = [Int32](repeating: 0, count: reading.vocabulary.count)
        scratch = vectors.nothing
    }

    subscript(row: Int) -> Double {
        let whole = 1 - 0.9 * likeness[row]
        guard strictness > 0 else { return whole }
        let stems = candidates[row].stems
        let new = stems.reduce(0.0) { sum, stem in
            let before = Double(1 + uses[stem])
            return sum + 1 / (before * before)
        }
        let words = new / Double(max(stems.count, 1))
        return whole * (strictness < 1 ? pow(words, strictness) : words)
    }

    /// Remembers that a sentence is chosen.
    mutating func take(_ row: Int) {
        for stem in Set(candidates[row].stems) { uses[stem] += 1 }
        vectors.add(row, to: &scratch)
        for other in rows { likeness[other] = max(likeness[other], vectors.likeness(of: other, to: scratch)) }
        vectors.clear(row, in: &scratch)
    }
}
