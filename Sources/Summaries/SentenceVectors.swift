import Foundation

/// Sentences as unit vectors of weighted stems, row after row in one array.
///
/// A stem weighs less the more sentences have it. Likeness of two sentences is the product of their vectors.
struct SentenceVectors {
    private let starts: [Int]
    private let columns: [Int32]
    private let values: [Double]
    private let columnCount: Int
    /// The weight of each stem by itself.
    let weights: [Double]

    /// The vectors of sentences given as stems.
    init(of sentences: [[Int]], vocabulary: Int) {
        var frequencies = [Int](repeating: 0, count: vocabulary)
        for sentence in sentences {
            for stem in Set(sentence) { frequencies[stem] += 1 }
        }
        let total = Double(sentences.count)
        let weights = frequencies.map { log(1 + total / Double(max($0, 1))) }
        var starts = [0]
        var columns: [Int32] = []
        var values: [Double] = []
        for sentence in sentences {
            for (stem, value) in Self.row(of: sentence, weights: weights) {
                columns.append(Int32(stem))
                values.append(value)
            }
            starts.append(columns.count)
        }
        self.starts = starts
        self.columns = columns
        self.values = values
        self.weights = weights
        columnCount = vocabulary
    }

    /// How many vectors there are.
    var count: Int { starts.count - 1 }

    /// Sorted by stem, so that sums are taken in the same order each time.
    private static func row(of stems: [Int], weights: [Double]) -> [(stem: Int, value: Double)] {
        var row: [(stem: Int, value: Double)] = []
        for stem in stems.sorted() {
            if let last = row.last, last.stem == stem {
                row[row.count - 1].value += weights[stem]
            } else {
                row.append((stem, weights[stem]))
            }
        }
        let length = row.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        return length > 0 ? row.map { ($0.stem, $0.value / length) } : []
    }

    /// Xᵀp: the stems of all sentences together, each sentence as strong as its share.
    func sum(_ shares: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: columnCount)
        for row in 0..<count where shares[row] != 0 {
            for entry in starts[row]..<starts[row + 1] {
                sum[Int(columns[entry])] += values[entry] * shares[row]
            }
        }
        return sum
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

    /// A sentence's vector with a place for every stem.
    func spread(_ row: Int) -> [Double] {
        var vector = [Double](repeating: 0, count: columnCount)
        for entry in starts[row]..<starts[row + 1] { vector[Int(columns[entry])] = values[entry] }
        return vector
    }

    /// A text's vector of length 1 with a place for every stem.
    func spread(_ stems: [Int]) -> [Double] {
        var vector = [Double](repeating: 0, count: columnCount)
        for (stem, value) in Self.row(of: stems, weights: weights) { vector[stem] = value }
        return vector
    }

    /// The stems of a sentence, each once.
    func stems(of row: Int) -> [Int] {
        columns[starts[row]..<starts[row + 1]].map(Int.init)
    }
}
