extension PassageReference {
    /// Why a text is not an address.
    public enum ParseError: Error, Hashable, CustomStringConvertible {
        /// Nothing was written.
        case empty
        /// Something else was written: words, or signs that no address has.
        case notAnAddress
        /// A number is missing: `-`, `4-`, `#`.
        case incomplete
        /// The numbers or signs do not form one address: `4.1.2`, `4 5`, `1-2-3`.
        case malformed
        /// A number is 0.
        case zero
        /// A number is larger than any text has paragraphs.
        case tooLarge(digits: String)
        /// A range ends before it begins; `suggestion` is the same the other way round.
        case backwards(suggestion: PassageReference)
        /// A range of comments.
        case commentRange

        /// Whether an address was meant; false where the text may be words to look for.
        public var isAddress: Bool { self != .empty && self != .notAnAddress }

        /// What was probably meant.
        public var suggestion: PassageReference? {
            if case .backwards(let suggestion) = self { suggestion } else { nil }
        }

        /// One sentence that says what is wrong.
        public var description: String {
            switch self {
            case .empty: "There is no address; write one like \(Self.examples)."
            case .notAnAddress: "That is not an address; an address is written like \(Self.examples)."
            case .incomplete:
                "A number is missing; a range is written like `4-5` or `4.2-5`, a comment like `#1.1`."
            case .malformed: "That is not one address; an address is written like \(Self.examples)."
            case .zero: "Paragraphs, sentences and comments are counted from 1; there is no 0."
            case .tooLarge(let digits): "\(digits) is too large; no text has so many parts."
            case .backwards: "The range ends before it begins; write the smaller number first."
            case .commentRange: "Comments are quoted one at a time; write one address, like `#1`."
            }
        }

        private static let examples = "`4`, `4.2`, `4.2-5`, `title` or `#1.1`"
    }
}
