import Discussion
import Foundation

/// The features of every candidate, a column each, standardised within the discussion: mean 0, deviation 1.
struct FeatureTable {
    private var columns: [[Double]]

    init(of reading: Reading, vectors: SentenceVectors) {
        let candidates = reading.candidates
        columns = Feature.allCases.map { _ in [Double](repeating: 0, count: candidates.count) }
        fillLikenesses(reading, vectors)
        for (row, candidate) in candidates.enumerated() { fillCounts(of: candidate, at: row) }
        for feature in Feature.allCases { self[feature] = Self.standardised(self[feature]) }
    }

    subscript(feature: Feature) -> [Double] {
        get { columns[feature.rawValue] }
        set { columns[feature.rawValue] = newValue }
    }

    /// The weighted sum of each candidate's features, standardised again.
    func scores(by weights: [Feature: Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: columns.first?.count ?? 0)
        for feature in Feature.allCases {
            let weight = weights[feature] ?? 0
            for (row, value) in self[feature].enumerated() { sums[row] += weight * value }
        }
        return Self.standardised(sums)
    }

    private mutating func fillLikenesses(_ reading: Reading, _ vectors: SentenceVectors) {
        let ranks = Centrality.ranks(of: vectors, startingFrom: reading.sharesOfVoices)
        self[.centrality] = ranks.map { log($0 + 1e-12) }
        let support = Support(of: reading.candidates, voices: reading.voices)
        self[.support] = support.ofWords
        self[.pairSupport] = support.ofPairs
        self[.likenessToStatement] = vectors.likeness(to: vectors.spread(reading.statementStems))
        let first = reading.candidates.prefix { $0.comment == reading.candidates.first?.comment }
        self[.likenessToFirstComment] = vectors.likeness(to: vectors.spread(first.flatMap(\.stems)))
    }

    private mutating func fillCounts(of candidate: Candidate, at row: Int) {
        let counts = candidate.counts
        let words = Double(max(counts.words, 1))
        set(.stopWords, Double(counts.stopWords) / words, at: row)
        set(.length, Double(min(candidate.wordCount, 12)), at: row)
        set(.excess, Double(max(candidate.wordCount - 25, 0)).squareRoot(), at: row)
        set(.earliness, 1 / Double(1 + candidate.position), at: row)
        set(.firstComment, 1 / Double(1 + candidate.comment), at: row)
        set(.firstPerson, Double(counts.firstPerson) / words, at: row)
        set(.secondPerson, Double(counts.secondPerson) / words, at: row)
        set(.courtesies, Double(counts.courtesies) / words, at: row)
        set(.digits, Double(counts.withDigits) / words, at: row)
        set(.question, candidate.sentence.text.contains("?") ? 1 : 0, at: row)
        set(.signs, Prose.signs(in: candidate.sentence.text), at: row)
        set(.smallBeginning, Prose.beginsSmall(candidate.sentence.text) ? 1 : 0, at: row)
        set(.openEnd, Prose.endsWithStop(candidate.sentence.text) ? 0 : 1, at: row)
        set(.leaning, candidate.leans ? 1 : 0, at: row)
    }

    private mutating func set(_ feature: Feature, _ value: Double, at row: Int) {
        columns[feature.rawValue][row] = value
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
