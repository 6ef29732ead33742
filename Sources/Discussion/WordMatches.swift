/// Where words were found in a statement.
public struct WordMatches: Hashable, Sendable {
    /// One word and its places.
    public struct Word: Hashable, Sendable {
        /// The word as it was asked for.
        public let word: String
        /// Every sentence that has it, in order.
        public let places: [PassageReference]
    }

    /// The sentences that have all the words, in order; empty where no word could be looked for.
    public let places: [PassageReference]
    /// Each word with its own places, in the order asked. What has no letter or digit is left out, and
    /// so is a word that was asked for before.
    public let words: [Word]
}
