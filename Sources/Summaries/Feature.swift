/// What speaks for a sentence, or against it.
package enum Feature: Int, CaseIterable, Sendable {
    /// How central it is, by LexRank.
    case centrality
    /// How many voices use its words.
    case support
    /// How many voices use its pairs of neighbouring words.
    case pairSupport
    case likenessToStatement
    case likenessToFirstComment
    /// The share of its words that say little by themselves.
    case stopWords
    /// Words up to 12: what is shorter says little.
    case length
    /// Words beyond 25.
    case excess
    /// How early it stands in its comment.
    case earliness
    /// How early its comment stands in the discussion.
    case firstComment
    case firstPerson
    case secondPerson
    case courtesies
    case digits
    case question
    /// Signs that are rare in prose: code, tables, web addresses.
    case signs
    /// It begins with a small letter.
    case smallBeginning
    /// It has no stop at its end.
    case openEnd
    case leaning
}
