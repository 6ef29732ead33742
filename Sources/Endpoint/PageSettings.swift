package import MatrixTypes

/// What the chat page needs to know of the room it shows.
package struct PageSettings: Sendable {
    /// The statement and its comments as JSON, as the page reads it, and the name of this state of it.
    package typealias Discussion = @Sendable (_ after: String?) async -> (revision: String, json: [UInt8])?

    /// Whom the page speaks for.
    package let person: Person
    /// The bot, whose formatted words are shown as such.
    package let bot: UserID
    package let room: RoomID
    package let roomName: String
    /// Waits until there is a newer state than the one named, for at most half a minute; nil where there is none.
    package let discussion: Discussion

    package init(
        person: Person,
        bot: UserID,
        room: RoomID,
        roomName: String,
        discussion: @escaping Discussion
    ) {
        self.person = person
        self.bot = bot
        self.room = room
        self.roomName = roomName
        self.discussion = discussion
    }
}
