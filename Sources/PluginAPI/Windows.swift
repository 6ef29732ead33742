/// Shows the room's statement and the comments on it.
public protocol DiscussionWindow: Sendable {
    /// The statement that the room follows.
    ///
    /// - Throws: ``UsageError`` where it follows none.
    func statement() async throws -> Statement
    /// Every comment on it, of the page and of this room's chat, removed ones as empty places.
    func thread() async throws -> CommentThread
    /// One comment; nil where there is none with this label.
    func comment(_ label: CommentLabel) async throws -> Comment?
    /// What a message of ours showed; empty where it showed nothing, or is none of ours.
    func shown(by event: EventID) async throws -> [PassageReference]
    /// A thread of the room by its first message: the comment that this message is, where it is kept, and those
    /// said in the thread.
    func labels(inThread root: EventID) async throws -> [CommentLabel]
    /// Who is banned from the room.
    func banned() async throws -> Set<UserID>
    /// How many messages of this person are kept, and which.
    func comments(by author: UserID) async throws -> [Comment]
}

/// Shows the plugin's own values, and the names that it gave.
public protocol StateWindow: Sendable {
    /// A value that was stored with ``Action/set(key:value:sources:)``.
    func value(_ key: String) async throws -> String?
    /// The name that the plugin gave to a message of ours in this room; nil where it gave none, or has given it to
    /// another since.
    func name(of message: EventID) async throws -> String?
}

/// Shows the schedules of the room.
public protocol ScheduleWindow: Sendable {
    /// All of them, by number.
    func schedules() async throws -> [Schedule]
}

/// Shows what was kept and what was missed in the room.
public protocol AuditWindow: Sendable {
    /// Counts since the bot came into the room.
    func audit() async throws -> ArchiveAudit
}

/// What was kept and what was missed.
public struct ArchiveAudit: Hashable, Sendable, Codable {
    /// Messages by people that reached the bot and were no commands.
    public let messages: Int
    /// Comments that are kept, without removed ones.
    public let comments: Int
    /// Edits that are kept.
    public let edits: Int
    /// Comments whose words were removed.
    public let removals: Int
    /// Events that could not be read.
    public let unreadable: Int
    /// Stretches of the room's past that could not be fetched.
    public let gaps: Int

    /// Counts; see the properties.
    public init(messages: Int, comments: Int, edits: Int, removals: Int, unreadable: Int, gaps: Int) {
        self.messages = messages
        self.comments = comments
        self.edits = edits
        self.removals = removals
        self.unreadable = unreadable
        self.gaps = gaps
    }
}
