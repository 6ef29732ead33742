/// Why an address leads nowhere. Each carries the nearest address that does, if any.
public enum PassageError: Error, Hashable, CustomStringConvertible {
    /// There is no paragraph with this number; the statement has `count`.
    case noParagraph(Int, count: Int, nearest: PassageReference?)
    /// The paragraph has only `count` sentences.
    case noSentence(PassagePlace, count: Int, nearest: PassageReference?)
    /// The statement has no standfirst.
    case noStandfirst
    /// No picture of the statement has a caption.
    case noCaption
    /// The range ends before it begins.
    case backwards(PassageRange)
    /// The address is that of a comment, which the statement does not hold.
    case isComment(CommentLabel)
    /// There is no comment with this label.
    case noComment(CommentLabel, count: Int, nearest: PassageReference?)

    /// The nearest address that exists, to be offered instead.
    public var suggestion: PassageReference? {
        switch self {
        case .noParagraph(_, _, let nearest), .noSentence(_, _, let nearest), .noComment(_, _, let nearest):
            nearest
        case .backwards(let range): .statement(PassageRange(range.last, through: range.first))
        case .noStandfirst, .noCaption: .title
        case .isComment: nil
        }
    }

    /// One sentence that says what was asked for and what there is.
    public var description: String {
        switch self {
        case .noParagraph(let number, let count, _):
            "Paragraph \(number) doesn't exist; this statement has \(count == 0 ? "none" : "\(count)")."
        case .noSentence(let place, let count, _):
            "Paragraph \(place.paragraph) has \(Self.counted(count, "sentence")); there is no \(place)."
        case .noStandfirst: "This statement has no standfirst."
        case .noCaption: "This statement has no caption."
        case .backwards(let range): "The range \(range) ends before it begins."
        case .isComment(let label): "\(label) is a comment, not a part of the statement."
        case .noComment(let label, let count, _):
            "Comment \(label) doesn't exist; this thread has \(Self.counted(count, "comment"))."
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        switch count {
        case 0: "no \(noun)s"
        case 1: "1 \(noun)"
        default: "\(count) \(noun)s"
        }
    }
}
