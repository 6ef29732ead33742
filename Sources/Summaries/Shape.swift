import Foundation

/// What can be seen of a discussion without reading it: how long its comments are, and whether they answer
/// each other.
struct Shape {
    /// 0 where comments are a sentence or two, as in a meeting or a heap of opinions; 1 where they are paragraphs,
    /// as in mail; between them in between.
    let length: Double
    /// 1 for comments side by side, 0 where people answer each other or few people speak often.
    let flatness: Double
    /// Whether each comment is said to answer the one before it, as in the minutes of a meeting: that tells nothing
    /// of who answers whom.
    let isTranscript: Bool

    init(of reading: Reading) {
        let comments = reading.comments.count
        let words = reading.candidates.reduce(0) { $0 + $1.wordCount }
        let mean = Double(max(words, 1)) / Double(max(comments, 1))
        length = min(max(log(max(mean, 1) / Self.short) / log(Self.long / Self.short), 0), 1)
        let replies = reading.parents.count { $0 != nil }
        let isConversation = replies * 10 >= comments || comments >= reading.voices * 3
        flatness = isConversation ? 0 : 1
        let next = reading.parents.enumerated().count { $1 == $0 - 1 }
        isTranscript = comments >= 8 && next * 10 >= (comments - 1) * 9
    }

    private static let short = 20.0
    private static let long = 60.0
}
