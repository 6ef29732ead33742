internal import Discussion

/// The most frequent words of a language, folded as by `Words.folded(in:)`.
struct LanguageWords: Sendable {
    private(set) var kinds: [String: WordKinds] = [:]

    /// Lists of words as they are written, with white space between them. What is not known is left empty:
    /// a wrong word costs more than a missing one.
    init(
        stop: String,
        first: String,
        second: String,
        courtesies: String,
        links: String,
        pronouns: String,
        frequent: String
    ) {
        add(stop, as: .stopWord)
        add(first, as: [.firstPerson, .stopWord])
        add(second, as: [.secondPerson, .stopWord])
        add(courtesies, as: .courtesy)
        add(links, as: [.link, .stopWord])
        add(pronouns, as: [.pronoun, .stopWord])
        add(frequent, as: .frequent)
    }

    private mutating func add(_ list: String, as kind: WordKinds) {
        for word in Words.folded(in: list) { kinds[word, default: []].formUnion(kind) }
    }

    /// Of a language whose words are not known.
    static let unknown = LanguageWords(
        stop: "",
        first: "",
        second: "",
        courtesies: "",
        links: "",
        pronouns: "",
        frequent: ""
    )
}
