import Foundation

/// The features of every candidate, a column each, standardised within the discussion: mean 0, deviation 1.
struct FeatureTable {
    private var columns: [Feature: [Double]] = [:]
    private let count: Int

    init(of reading: Reading, vectors: SentenceVectors) {
        count = reading.candidates.count
        addLikenesses(in: reading, by: vectors)
        addUses(in: reading)
        addPlaces(in: reading)
        addWords(in: reading)
        addMarks(in: reading)
    }

    subscript(feature: Feature) -> [Double] {
        columns[feature] ?? [Double](repeating: 0, count: count)
    }

    /// The weighted sum of each candidate's features, standardised again.
    func scores(by weights: [Feature: FeatureWeight], in shape: Shape) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for feature in Feature.allCases {
            guard let weight = weights[feature]?.value(in: shape), let column = columns[feature] else {
                continue
            }
            for row in column.indices { sums[row] += weight * column[row] }
        }
        return Self.standardised(sums)
    }

    /// Takes a column in, one value a candidate.
    mutating func add(_ feature: Feature, _ values: [Double]) {
        columns[feature] = Self.standardised(values)
    }

    private static func standardised(_ values: [Double]) -> [Double] {
        guard !values.isEmpty else { return [] }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        guard variance > 1e-18 else { return values.map { _ in 0 } }
        let deviation = variance.squareRoot()
        // One strange sentence shall not outweigh everything else that speaks for or against it.
        return values.map { min(max(($0 - mean) / deviation, -4), 4) }
    }
}
