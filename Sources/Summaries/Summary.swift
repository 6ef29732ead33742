/// Sentences that stand for a discussion, and what they were chosen from.
public struct Summary: Hashable, Sendable, Codable {
    /// The chosen sentences, word for word, in the order of the thread.
    public let sentences: [ChosenSentence]
    /// How many comments were read: all but the removed ones.
    public let readComments: Int
    /// How many people wrote those whose authors are known; nil where no author is.
    public let people: Int?
    /// How many of the comments that were read do not say who wrote them.
    public let unnamedComments: Int
    /// How many comments were not read because their words were removed.
    public let removed: Int
    /// How many comments hold nothing that can be quoted: no words, or only words of somebody else.
    public let wordless: Int
    /// How many sentences were never considered because they hold a mail address, telephone number or
    /// street address.
    public let withheldSentences: Int
    /// Where nothing was chosen because of the limit: the words of the shortest thing that could be.
    public let wordsNeeded: Int?

    /// A summary whose parts are known.
    public init(
        sentences: [ChosenSentence],
        readComments: Int,
        people: Int?,
        unnamedComments: Int,
        removed: Int,
        wordless: Int,
        withheldSentences: Int,
        wordsNeeded: Int?
    ) {
        self.sentences = sentences
        self.readComments = readComments
        self.people = people
        self.unnamedComments = unnamedComments
        self.removed = removed
        self.wordless = wordless
        self.withheldSentences = withheldSentences
        self.wordsNeeded = wordsNeeded
    }

    /// How many comments are quoted.
    public var quotedComments: Int { Set(sentences.map(\.comment)).count }
}
