public import Discussion

/// A sentence of a comment, word for word, and where it stands.
public struct ChosenSentence: Hashable, Sendable, Codable {
    /// The comment that it stands in.
    public let comment: CommentLabel
    /// The number of its paragraph in that comment, from 1.
    public let paragraph: Int
    /// Its number in that paragraph, from 1.
    public let sentence: Int
    /// Its words as they stand there.
    public let text: String

    /// A sentence at its place.
    public init(comment: CommentLabel, paragraph: Int, sentence: Int, text: String) {
        self.comment = comment
        self.paragraph = paragraph
        self.sentence = sentence
        self.text = text
    }
}
