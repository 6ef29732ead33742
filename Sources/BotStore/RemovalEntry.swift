internal import Discussion
internal import MatrixTypes

/// Something that was taken back, and must stay away whatever comes again: without a word of it.
package enum RemovalEntry: Hashable, Sendable, Codable {
    /// The words of one event or comment.
    case words(origin: String, id: String)
    /// Everything that a person said until an instant, in milliseconds; in the room, or in every room.
    case person(String, room: String?, until: Int64)
    /// The words of a comment on a page, by a print of them: a page gives its comments no ids.
    case print(statement: Int64, String)
}
