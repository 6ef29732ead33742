/// What a word does in a sentence of its language.
package struct WordKinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It says how something is said, not what: no subject of a discussion.
    package static let stopWord = WordKinds(rawValue: 1)
    /// Who speaks. A stop word.
    package static let firstPerson = WordKinds(rawValue: 2)
    /// Who is spoken to. A stop word.
    package static let secondPerson = WordKinds(rawValue: 4)
    /// What is said to be polite, or as a whole answer; not always a stop word.
    package static let courtesy = WordKinds(rawValue: 8)
    /// At the beginning of a sentence it takes up what was said before. A stop word.
    package static let link = WordKinds(rawValue: 16)
    /// It stands for something that was named before. A stop word.
    package static let pronoun = WordKinds(rawValue: 32)
    /// So frequent that it shows which language this is; often a verb or noun.
    static let frequent = WordKinds(rawValue: 64)
}

extension Sequence<String> {
    /// Whether a word among these, folded, is of that kind in English.
    func has(_ kind: WordKinds) -> Bool { contains { Language.english.kinds(of: $0).contains(kind) } }
}
