/// One sentence of a paragraph, word for word.
public struct Sentence: Hashable, Sendable, Codable {
    /// Its number within its paragraph, from 1.
    public let index: Int
    /// Where it begins in the paragraph's text, in Unicode scalars (code points), from 0.
    public let start: Int
    /// Where it ends, in Unicode scalars; the scalar at `end` is no longer part of it.
    public let end: Int
    /// Its words as they stand in the source.
    public let text: String

    /// A sentence at a place of its paragraph.
    public init(index: Int, start: Int, end: Int, text: String) {
        self.index = index
        self.start = start
        self.end = end
        self.text = text
    }
}
