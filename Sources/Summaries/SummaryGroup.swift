/// Passages about the same thing.
public struct SummaryGroup: Hashable, Sendable, Codable {
    /// What they are about, in nouns that at least two comments use; nil where no such nouns were found.
    public let heading: String?
    /// At least one, a comment before its replies.
    public let passages: [ChosenPassage]

    /// Passages below a heading.
    public init(heading: String?, passages: [ChosenPassage]) {
        self.heading = heading
        self.passages = passages
    }
}
