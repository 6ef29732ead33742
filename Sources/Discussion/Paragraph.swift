/// One paragraph of a statement or a comment, and its sentences.
public struct Paragraph: Hashable, Sendable, Codable {
    /// Its number within its text, from 1; a caption has 0.
    public let index: Int
    /// Its words, with white space trimmed at both ends and folded to single spaces inside.
    public let text: String
    /// Its sentences, in order. Never empty where `text` is not.
    public let sentences: [Sentence]

    /// A paragraph whose sentences are known.
    public init(index: Int, text: String, sentences: [Sentence]) {
        self.index = index
        self.text = text
        self.sentences = sentences
    }
}
