import Foundation

/// How many voices stand behind the words of each sentence.
///
/// Each voice counts once for a word, however often it uses it.
struct Support {
    /// For each candidate, the mean over its words: from 0, only this voice, to 1, all.
    let ofWords: [Double]
    /// The same for pairs of neighbouring words.
    let ofPairs: [Double]

    init(of candidates: [Candidate], voices: Int) {
        // One voice after another, so that it is enough to remember who used a word last.
        let order = candidates.indices.sorted { (candidates[$0].voice, $0) < (candidates[$1].voice, $1) }
        ofWords = Self.support(of: candidates, in: order, voices: voices, by: \.stems)
        ofPairs = Self.support(of: candidates, in: order, voices: voices, by: \.pairs)
    }

    private static func support(
        of candidates: [Candidate],
        in order: [Int],
        voices: Int,
        by keys: (Candidate) -> [Int]
    ) -> [Double] {
        var uses: [Int: (count: Int, lastVoice: Int)] = [:]
        for candidate in order.lazy.map({ candidates[$0] }) {
            for key in keys(candidate) {
                let known = uses[key] ?? (0, -1)
                guard known.lastVoice != candidate.voice else { continue }
                uses[key] = (known.count + 1, candidate.voice)
            }
        }
        let all = log(Double(max(voices, 2)))
        return candidates.map { candidate in
            keys(candidate).map { log(Double(uses[$0]?.count ?? 1)) / all }.mean
        }
    }
}

extension Candidate {
    /// Neighbouring stems, each pair as one number.
    fileprivate var pairs: [Int] {
        zip(stems, stems.dropFirst()).map { $0 << 32 | $1 }
    }
}
