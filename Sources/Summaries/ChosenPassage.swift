public import Discussion

/// Sentences that follow each other in one comment, chosen together, and what their comment is to the others.
public struct ChosenPassage: Hashable, Sendable, Codable {
    /// The comment that they stand in.
    public let comment: CommentLabel
    /// At least one, neighbours in the order of the comment.
    public let sentences: [ChosenSentence]
    /// The passage of the statement that the comment answers, or that these sentences quote or name.
    public let about: PassageReference?
    /// Whether the comment says that it agrees or disagrees with the one it answers; nil where it says neither.
    public let stance: Stance?

    /// Sentences of one comment.
    public init(
        comment: CommentLabel,
        sentences: [ChosenSentence],
        about: PassageReference?,
        stance: Stance?
    ) {
        self.comment = comment
        self.sentences = sentences
        self.about = about
        self.stance = stance
    }
}

/// What a comment says of the one it answers, and the words that say so.
public struct Stance: Hashable, Sendable, Codable {
    /// Agreement or disagreement.
    public enum Kind: String, Hashable, Sendable, Codable {
        case agrees
        case disagrees
    }

    /// Which of both.
    public let kind: Kind
    /// The words that say so, as they stand in the comment: `I don’t agree`.
    public let words: String

    /// A stance and the words that show it.
    public init(kind: Kind, words: String) {
        self.kind = kind
        self.words = words
    }
}
