/// A statement as a list of them shows it.
public struct StatementEntry: Hashable, Sendable {
    /// Its number in that list, from 1; it stays the same.
    public let number: Int
    /// The title of its latest revision.
    public let title: String
    /// All its revisions, oldest first; never empty.
    public let revisions: [StatementRevision]
    /// Whether it is the one that the room follows.
    public let isFollowed: Bool

    /// An entry; see the properties.
    public init(number: Int, title: String, revisions: [StatementRevision], isFollowed: Bool) {
        self.number = number
        self.title = title
        self.revisions = revisions
        self.isFollowed = isFollowed
    }
}
