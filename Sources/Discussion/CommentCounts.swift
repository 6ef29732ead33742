/// How many comments on a statement still have their words.
public struct CommentCounts: Hashable, Sendable {
    /// Those that stood below it when it was imported.
    public let page: Int
    /// Those said in the room.
    public let chat: Int

    /// Counts of both kinds.
    public init(page: Int, chat: Int) {
        self.page = page
        self.chat = chat
    }

    /// Of both kinds together.
    public var all: Int { page + chat }
}
