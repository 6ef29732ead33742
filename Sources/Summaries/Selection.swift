import Foundation

/// Chooses passages one after another, each the best beside those that are chosen.
///
/// What is chosen changes what is worth choosing: its words are no longer new, its author has been heard,
/// and whoever answered it, or is answered by it, should be heard as well.
struct Selection {
    private let reading: Reading
    private let scores: [Double]
    private let maximumWords: Int
    private var pool: [Passage]
    private var novelty: Novelty
    private var chosen: Set<Int> = []
    private var words = 0
    private var wordsOfVoice: [Int: Int] = [:]
    private var passagesOfVoice: [Int: Int] = [:]
    private var isHeard: Set<Int> = []
    private var isAnswered: Set<Int> = []

    init(of reading: Reading, vectors: SentenceVectors, scores: [Double], maximumWords: Int) {
        self.reading = reading
        self.scores = scores
        self.maximumWords = maximumWords
        pool = Self.pool(of: reading.passages, scores: scores, maximumWords: maximumWords)
        novelty = Novelty(of: pool.flatMap(\.rows), in: reading, vectors: vectors)
    }

    /// The positions of the chosen candidates, in their order.
    mutating func rows() -> [Int] {
        while true {
            pool = pool.filter { !isSpent($0) }
            guard let best = best() else { return chosen.sorted() }
            take(best)
        }
    }

    /// The best passages, as many as can matter, so that the time does not grow with the discussion.
    private static func pool(of passages: [Passage], scores: [Double], maximumWords: Int) -> [Passage] {
        let ranked = passages.filter { $0.words <= maximumWords }
            .map { passage in (passage, passage.rows.map { scores[$0] }.mean) }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rows.lowerBound < $1.0.rows.lowerBound }
        return ranked.prefix(max(1000, maximumWords)).map(\.0)
    }

    /// The first of the best: the order of the pool decides between equals.
    private func best() -> Passage? {
        var best: (passage: Passage, value: Double)?
        for passage in pool {
            let value = value(of: passage)
            if value > best?.value ?? 0 { best = (passage, value) }
        }
        return best?.passage
    }

    /// Whether nothing of it is left to choose, there is no room for it, or its voice has been heard enough.
    private func isSpent(_ passage: Passage) -> Bool {
        let added = remaining(of: passage).reduce(0) { $0 + reading.candidates[$1].wordCount }
        guard added > 0, words + added <= maximumWords else { return true }
        guard let heard = wordsOfVoice[passage.voice] else { return false }
        return Double(heard + added) > Double(maximumWords) * shareOfVoice
    }

    /// What one voice may have, once it has said one thing: half, unless it is alone.
    ///
    /// A third would be fairer still, but leaves a tenth of the room empty in threads of three or four people.
    private var shareOfVoice: Double { reading.voices > 1 ? 0.5 : 1 }

    private func value(of passage: Passage) -> Double {
        let rows = remaining(of: passage)
        let taken = passagesOfVoice[passage.voice] ?? 0
        return exp(0.6 * rows.map { scores[$0] }.mean) * rows.map { novelty[$0] }.mean
            * pow(Self.patience, Double(taken)) * (isOtherSide(passage.comment) ? 1.5 : 1)
    }

    /// What a passage is worth beside one that its voice has had already.
    private static let patience = 0.6

    /// Whether it answers what is chosen, or is answered by it, and has not been heard.
    private func isOtherSide(_ comment: Int) -> Bool {
        guard !isHeard.contains(comment) else { return false }
        if isAnswered.contains(comment) { return true }
        return reading.parents[comment].map(isHeard.contains) ?? false
    }

    private mutating func take(_ passage: Passage) {
        for row in remaining(of: passage) {
            novelty.take(row)
            chosen.insert(row)
            words += reading.candidates[row].wordCount
            wordsOfVoice[passage.voice, default: 0] += reading.candidates[row].wordCount
        }
        passagesOfVoice[passage.voice, default: 0] += 1
        isHeard.insert(passage.comment)
        if let parent = reading.parents[passage.comment] { isAnswered.insert(parent) }
    }

    private func remaining(of passage: Passage) -> [Int] {
        passage.rows.filter { !chosen.contains($0) }
    }
}

extension [Double] {
    /// Their mean; 0 where there is none.
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
