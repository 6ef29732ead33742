import Foundation

/// Chooses passages one after another, each the best beside those that are chosen.
///
/// What is chosen changes what is worth choosing: its words are no longer new, its author has been heard,
/// and whoever answered it should be heard as well. What a chosen reply answers comes before anything else, and nobody
/// and no comment is heard twice while there is room for one that was not heard.
struct Selection {
    private let reading: Reading
    private let scores: [Double]
    private let isTranscript: Bool
    private let maximumWords: Int
    private var pool: [Passage]
    private var novelty: Novelty
    /// The shortest passage of each comment that has any.
    private let shortest: [Int: Passage]
    private var chosen: Set<Int> = []
    private var words = 0
    private var wordsOfVoice: [Int: Int] = [:]
    private var passagesOfVoice: [Int: Int] = [:]
    private var isHeard: Set<Int> = []
    private var isAnswered: Set<Int> = []

    init(of reading: Reading, vectors: SentenceVectors, scores: [Double], shape: Shape, maximumWords: Int) {
        self.reading = reading
        self.scores = scores
        isTranscript = shape.isTranscript
        self.maximumWords = maximumWords
        pool = Self.pool(of: reading.passages, scores: scores, maximumWords: maximumWords)
        shortest = Dictionary(pool.map { ($0.comment, $0) }) { $0.words <= $1.words ? $0 : $1 }
        novelty = Novelty(of: pool.lazy.flatMap(\.rows), in: reading, vectors: vectors, shape: shape)
    }

    /// The positions of the chosen candidates, in their order.
    mutating func rows() -> [Int] {
        while true {
            pool = pool.filter { !isSpent($0) }
            guard let best = best(of: firstServed) else { return chosen.sorted() }
            take(best)
        }
    }

    /// What is chosen from next: what chosen replies answer, else the comments of those who were not heard, else
    /// comments that were not heard, else anything.
    private var firstServed: [Passage] {
        let open = pool.filter { !isOrphan($0) }
        let unheard = open.filter { !isHeard.contains($0.comment) }
        let answered = isTranscript ? [] : unheard.filter { isAnswered.contains($0.comment) }
        let ofOthers = unheard.filter { passagesOfVoice[$0.voice] == nil }
        return [answered, ofOthers, unheard].first { !$0.isEmpty } ?? open
    }

    /// The best passages, as many as can matter, so that the time does not grow with the discussion.
    private static func pool(of passages: [Passage], scores: [Double], maximumWords: Int) -> [Passage] {
        let ranked = passages.filter { $0.words <= maximumWords }
            .map { passage in (passage, passage.rows.mean { scores[$0] }) }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rows.lowerBound < $1.0.rows.lowerBound }
        return ranked.prefix(max(1000, maximumWords)).map(\.0)
    }

    /// The first of the best: the order of the pool decides between equals.
    private func best(of passages: [Passage]) -> Passage? {
        var best: (passage: Passage, value: Double)?
        for passage in passages {
            let value = value(of: passage)
            if value > best?.value ?? 0 { best = (passage, value) }
        }
        return best?.passage
    }

    /// Whether it answers a comment that should be heard with it, and there is no room for both.
    private func isOrphan(_ passage: Passage) -> Bool {
        guard !isTranscript, let parent = reading.parents[passage.comment], !isHeard.contains(parent),
            let other = shortest[parent]
        else { return false }
        let both = added(by: passage) + other.words
        guard words + both <= maximumWords else { return true }
        let ofVoice =
            wordsOfVoice[other.voice, default: 0] + (other.voice == passage.voice ? both : other.words)
        return Double(ofVoice) > Double(maximumWords) * shareOfVoice
    }

    /// Whether nothing of it is left to choose, there is no room for it, or its voice has been heard enough.
    private func isSpent(_ passage: Passage) -> Bool {
        let added = added(by: passage)
        guard added > 0, words + added <= maximumWords else { return true }
        guard let heard = wordsOfVoice[passage.voice] else { return false }
        return Double(heard + added) > Double(maximumWords) * shareOfVoice
    }

    /// What one voice may have, once it has said one thing: half, unless it is alone.
    ///
    /// A third would be fairer still, but leaves a tenth of the room empty in threads of three or four people.
    private var shareOfVoice: Double { reading.voices > 1 ? 0.5 : 1 }

    private func added(by passage: Passage) -> Int {
        remaining(of: passage).reduce(0) { $0 + reading.candidates[$1].wordCount }
    }

    private func value(of passage: Passage) -> Double {
        let rows = remaining(of: passage)
        let taken = passagesOfVoice[passage.voice] ?? 0
        return exp(Self.eagerness * rows.mean { scores[$0] }) * rows.mean { novelty[$0] }
            * pow(Self.patience, Double(taken)) * (isReply(passage.comment) ? Self.balance : 1)
    }

    /// How much a better score counts beside what is new.
    private static let eagerness = 0.8
    /// What a passage is worth beside one that its voice has had already.
    private static let patience = 0.8
    /// What a reply to what is chosen is worth beside a passage that stands alone.
    private static let balance = 1.5

    /// Whether it answers what is chosen, and has not been heard.
    private func isReply(_ comment: Int) -> Bool {
        guard !isTranscript, !isHeard.contains(comment) else { return false }
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

    private func remaining(of passage: Passage) -> some Collection<Int> {
        passage.rows.filter { !chosen.contains($0) }
    }
}

extension Collection<Int> {
    /// The mean of their values; 0 where there is none.
    func mean(_ value: (Int) -> Double) -> Double {
        isEmpty ? 0 : reduce(0) { $0 + value($1) } / Double(count)
    }
}
