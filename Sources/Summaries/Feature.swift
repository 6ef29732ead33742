/// What speaks for a sentence, or against it.
///
/// Each is standardised within its discussion before it is weighed, so that only what sets a sentence apart
/// from the others there counts.
package enum Feature: String, CaseIterable, Sendable {
    // How much others say the same.

    /// How central it is, by LexRank, where every voice has its share.
    case centrality
    /// How like it is to what was said before its comment.
    case takingUp
    /// How like it is to what was said after its comment.
    case takenUp
    /// How like it is to the rest of its comment.
    case likenessToComment
    /// How many voices use its words, without stop words.
    case support
    /// The same by comments, and as a share of them.
    case shareOfComments
    /// The share of its words that some other comment uses.
    case sharedWords
    /// How many comments use its words, stop words among them: how usual its language is here.
    case usualWords
    /// How many comments use its pairs of neighbouring words, stop words among them.
    case usualPairs
    /// The share of those pairs that some other comment uses.
    case sharedPairs
    /// How frequent its words are.
    case frequency
    /// How much of all that is said its words make up.
    case coverage
    case likenessToStatement
    /// How much of the statement's words it has.
    case statementWords
    case likenessToFirstComment

    // What its words are.

    /// The share of its words that say little by themselves.
    case stopWords
    case firstPerson
    /// "We": who speaks for several, often of what was arranged, not of the subject.
    case firstPersonPlural
    case secondPerson
    case courtesies
    case digits
    /// Words of two in one: "isn't".
    case contractions
    /// Words with a capital that do not begin it.
    case capitals
    /// How long its words are.
    case wordLength
    /// How few of its words come twice.
    case variety

    // How long it is.

    /// Words up to 12: what is shorter says little.
    case length
    case logLength
    /// Words beyond 18.
    case longer
    /// Words beyond 25.
    case muchLonger

    // Where it stands.

    /// How early it stands in its comment.
    case earliness
    /// How far down it stands in its comment.
    case depth
    /// It is the last of its comment.
    case ending
    /// How long its comment is.
    case commentLength
    /// It stands in the first comment.
    case opening
    /// How early its comment stands in the discussion.
    case earlyComment
    /// How late its comment stands in the discussion, from 0 to 1.
    case lateComment
    /// How near its comment is to the last one.
    case lastComment

    // How it is written.

    case question
    case exclamation
    /// Signs that are rare in prose: code, tables, web addresses.
    case signs
    /// Brackets or quotation marks.
    case asides
    case commas
    /// It trails off, or breaks off.
    case ellipsis
    /// It begins with a small letter.
    case smallBeginning
    /// It has no stop at its end.
    case openEnd
    case leaning
}
