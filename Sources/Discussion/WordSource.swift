/// Where somebody's words stand first: when they are taken back there, whatever holds a copy of them is found by it.
public struct WordSource: Hashable, Sendable, Codable {
    /// Whether they were said in a chat, or stood on a page.
    public let origin: Comment.Origin
    /// The event's id; for a page the number of its statement and the comment's label.
    public let id: String

    /// A source by its two parts.
    public init(origin: Comment.Origin, id: String) {
        self.origin = origin
        self.id = id
    }
}
