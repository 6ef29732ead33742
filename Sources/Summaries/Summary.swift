/// Sentences that stand for a discussion, and what they were chosen from.
public struct Summary: Hashable, Sendable, Codable {
    /// The chosen sentences by what they are about.
    public let groups: [SummaryGroup]
    /// What was read, and what was not.
    public let counts: Counts
    /// Where nothing was chosen because of the limit: the words of the shortest thing that could be.
    public let wordsNeeded: Int?

    /// A summary whose parts are known.
    public init(groups: [SummaryGroup], counts: Counts, wordsNeeded: Int?) {
        self.groups = groups
        self.counts = counts
        self.wordsNeeded = wordsNeeded
    }

    /// What stands above each group: its heading, and "Also" where passages without one would seem to belong to
    /// the heading before.
    public var headings: [String?] {
        groups.enumerated().map { $1.heading ?? ($0 > 0 ? "Also" : nil) }
    }

    /// The passages of all groups, in their order: what `!summary why 2` counts.
    public var passages: [ChosenPassage] { groups.flatMap(\.passages) }
    /// The sentences of all groups, in their order.
    public var sentences: [ChosenSentence] { passages.flatMap(\.sentences) }
    /// How many comments are quoted.
    public var quotedComments: Int { Set(passages.map(\.comment)).count }
}

extension Summary {
    /// What a summary was chosen from.
    public struct Counts: Hashable, Sendable, Codable {
        /// How many comments were read: all but the removed ones and those left out.
        public var read = 0
        /// How many people wrote those whose authors are known; nil where no author is.
        public var people: Int?
        /// How many of the comments that were read do not say who wrote them.
        public var unnamed = 0
        /// How many comments were not read because their words were removed.
        public var removed = 0
        /// How many comments were not read for another reason.
        public var leftOut: [LeftOut: Int] = [:]
        /// How many comments were so long that only their beginning was read.
        public var tooLong = 0
        /// How many comments that were read are in another language than most, by its English name.
        public var otherLanguages: [String: Int] = [:]
        /// How many comments hold nothing that can be quoted: no words, or only words of somebody else.
        public var wordless = 0
        /// How many comments say nothing but what was said before them, word for word.
        public var repeating = 0
        /// How many sentences were never considered because they hold a mail address, telephone number or
        /// street address.
        public var withheldSentences = 0

        /// Nothing yet.
        public init() {}
    }
}
