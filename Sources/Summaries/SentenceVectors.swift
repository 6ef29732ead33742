import Foundation

/// Sentences as unit vectors of weighted stems, row after row in one array.
///
/// A stem weighs less the more sentences have it. Likeness of two sentences is the product of their vectors.
struct SentenceVectors {
    private var starts: [Int] = [0]
    private var columns: [Int32] = []
    private var values: [Double] = []
    /// The weight of each stem by itself.
    private let weights: [Double]

    /// The vectors of sentences given as stems.
    init(of sentences: some Collection<[Int]>, vocabulary: Int) {
        var frequencies = [Int](repeating: 0, count: vocabulary)
        var lastSentence = [Int](repeating: -1, count: vocabulary)
        for (number, sentence) in sentences.enumerated() {
            for stem in sentence where lastSentence[stem] != number {
                lastSentence[stem] = number
                frequencies[stem] += 1
            }
        }
        let total = Double(sentences.count)
        weights = frequencies.map { log(1 + total / Double(max($0, 1))) }
        starts.reserveCapacity(sentences.count + 1)
        for sentence in sentences { append(sentence) }
    }

    /// How many vectors there are.
    var count: Int { starts.count - 1 }

    /// The sum of no vectors, with a place for every stem.
    var nothing: [Double] { [Double](repeating: 0, count: weights.count) }

    /// Sorted by stem, so that sums are taken in the same order each time.
    private mutating func append(_ stems: [Int]) {
        let start = columns.count
        for stem in stems.sorted() {
            if columns.count > start, columns[columns.count - 1] == Int32(stem) {
                values[values.count - 1] += weights[stem]
            } else {
                columns.append(Int32(stem))
                values.append(weights[stem])
            }
        }
        var square = 0.0
        for entry in start..<columns.count { square += values[entry] * values[entry] }
        if square > 0 {
            let length = square.squareRoot()
            for entry in start..<columns.count { values[entry] /= length }
        }
        starts.append(columns.count)
    }

    /// Xᵀp: the stems of all sentences together, each sentence as strong as its share.
    func sum(_ shares: [Double]) -> [Double] {
        var sum = nothing
        for row in 0..<count where shares[row] != 0 { add(row, to: &sum, times: shares[row]) }
        return sum
    }

    /// Adds a sentence's vector to a vector of stems.
    func add(_ row: Int, to vector: inout [Double], times factor: Double = 1) {
        for entry in starts[row]..<starts[row + 1] {
            vector[Int(columns[entry])] += values[entry] * factor
        }
    }

    /// Makes a vector of stems 0 wherever a sentence has a stem.
    func clear(_ row: Int, in vector: inout [Double]) {
        for entry in starts[row]..<starts[row + 1] { vector[Int(columns[entry])] = 0 }
    }

    /// Xv: how like each sentence is to a vector of stems.
    func likeness(to vector: [Double]) -> [Double] {
        (0..<count).map { likeness(of: $0, to: vector) }
    }

    /// How like one sentence is to a vector of stems.
    func likeness(of row: Int, to vector: [Double]) -> Double {
        var product = 0.0
        for entry in starts[row]..<starts[row + 1] { product += values[entry] * vector[Int(columns[entry])] }
        return product
    }

    /// A text's vector of length 1 with a place for every stem.
    func spread(_ stems: [Int]) -> [Double] {
        var vector = nothing
        for stem in stems { vector[stem] += weights[stem] }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}
