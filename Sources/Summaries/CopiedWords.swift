/// Knows the words of those who spoke before, so that a reply that copies them, unmarked, is not taken for the
/// author of them.
///
/// Of all runs of six words a quarter is remembered, chosen by their numbers: a copied sentence has several.
struct CopiedWords {
    private var firstVoice: [UInt64: Int32] = [:]

    private static let wordsInRun = 6
    private static let fewestRuns = 2

    /// Whether most of a sentence stands in what other voices said, word for word; then remembers it.
    ///
    /// - Parameters:
    ///   - words: Its words, as numbers.
    ///   - voice: Whose it is.
    mutating func areFound(in words: [Int32], of voice: Int) -> Bool {
        guard words.count >= Self.wordsInRun else { return false }
        var known = 0
        var all = 0
        for start in 0...(words.count - Self.wordsInRun) {
            let run = Self.hash(words[start..<start + Self.wordsInRun])
            guard run & 3 == 0 else { continue }
            all += 1
            if let first = firstVoice[run] {
                if first != voice { known += 1 }
            } else {
                firstVoice[run] = Int32(truncatingIfNeeded: voice)
            }
        }
        return known >= Self.fewestRuns && known * 10 >= all * 6
    }

    private static func hash(_ words: ArraySlice<Int32>) -> UInt64 {
        var hash: UInt64 = 0
        for word in words {
            hash = (hash ^ UInt64(truncatingIfNeeded: word)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }
}
