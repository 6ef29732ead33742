/// Why a sentence that a language model wrote is struck, in the order in which it is looked for.
public enum ProseFault: String, Hashable, Sendable, Codable, CaseIterable {
    /// It has markup or signs that cannot be seen.
    case isMarkedUp
    /// It speaks of instructions, or of itself as a model.
    case speaksOfInstructions
    /// It names no comment.
    case namesNone
    /// It names a comment that is not among the chosen.
    case namesAnother
    /// It is too long, or makes the whole too long.
    case isTooLong
    /// It was there before.
    case isRepeated
    /// It has a link, or calls somebody, and none of its sources does.
    case leads
    /// It quotes what no comment that it names says so.
    case misquotes
    /// It speaks as "I", "we" or "you" where nobody is quoted.
    case speaksForItself
    /// It has a number, or a word such as "most", that none of its sources has.
    case counts
    /// It has a name that none of its sources has.
    case namesSomebody
    /// It says that somebody is for or against something, and no comment that it names says so.
    case takesSides
    /// Too few of its words stand in the comments that it names.
    case strays
    /// One of the comments that it names has nothing of what it says.
    case borrowsNames
    /// It denies what they say, or says what they deny.
    case negates
    /// It says what they ask.
    case asserts
    /// It turns what may be into what must be, or leaves an "if" out.
    case changesForce
    /// It has two things in the order in which they never stand: who did it, and to whom.
    case turnsRound
}
