/// A sentence that a search found.
public struct SearchHit: Hashable, Sendable {
    /// The address of the sentence; for a comment, of the comment.
    public let reference: PassageReference
    /// The sentence, word for word.
    public let sentence: String
    /// How well it fits: its whole part is the number of words that it has, one more where they follow
    /// each other as they were typed.
    public let score: Double
}
