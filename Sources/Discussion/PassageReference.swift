/// The address of a passage: a part of the statement, or a comment.
///
/// Written `title`, `standfirst`, `caption`, `4`, `4.2`, `4.2-5`, `4-5`, `4.5-5.2`, `#1.1`, `#c17`.
public enum PassageReference: Hashable, Sendable {
    case title
    case standfirst
    case caption
    /// One paragraph, one sentence, or a range of either.
    case statement(PassageRange)
    /// A whole comment.
    case comment(CommentLabel)
}

/// A paragraph, or a sentence of it.
public struct PassagePlace: Hashable, Sendable {
    /// The paragraph's number, from 1.
    public let paragraph: Int
    /// The sentence's number, from 1; nil for the whole paragraph.
    public let sentence: Int?

    /// A place by its numbers.
    public init(paragraph: Int, sentence: Int? = nil) {
        self.paragraph = paragraph
        self.sentence = sentence
    }
}

/// From one place to another, both included.
public struct PassageRange: Hashable, Sendable {
    /// Where the range begins.
    public let first: PassagePlace
    /// Where it ends; the same as ``first`` for a single place.
    public let last: PassagePlace

    /// The range between two places; whether they exist is for the statement to say.
    public init(_ first: PassagePlace, through last: PassagePlace) {
        self.first = first
        self.last = last
    }

    /// A single place.
    public init(_ place: PassagePlace) {
        self.init(place, through: place)
    }
}
