/// Shows the room's statement and the comments on it.
///
/// All but ``thread()`` take about as long in a room with a million comments as in one with a thousand.
public protocol DiscussionWindow: Sendable {
    /// The statement that the room follows, in its latest revision.
    ///
    /// - Throws: ``UsageError`` where it follows none.
    func statement() async throws -> Statement
    /// Another revision of that statement; nil where there is none with this number.
    func statement(revision number: Int) async throws -> Statement?
    /// All statements that the room may follow, by number.
    func statements() async throws -> [StatementEntry]
    /// Every comment on it, of the page and of this room's chat, removed ones as empty places. Takes as long as there
    /// are comments.
    func thread() async throws -> CommentThread
    /// One comment, on whichever statement it was made; nil where there is none with this label.
    func comment(_ label: CommentLabel) async throws -> Comment?
    /// The comments that answer this one directly, in order; at most `limit`.
    func replies(to label: CommentLabel, limit: Int) async throws -> [Comment]
    /// The first comment that still has its words, for examples; nil where there is none.
    func firstComment() async throws -> Comment?
    /// How many comments still have their words.
    func counts() async throws -> CommentCounts
    /// Comments that have the words of a query.
    func comments(matching query: CommentQuery) async throws -> [Comment]
    /// The comments that were written about revisions before this one.
    func comments(before revision: Int) async throws -> EarlierComments
    /// What a message of ours showed; empty where it showed nothing, or is none of ours.
    func shown(by event: EventID) async throws -> [PassageReference]
    /// A thread of the room by its first message: the comment that this message is, where it is kept, and those
    /// said in the thread.
    func labels(inThread root: EventID) async throws -> [CommentLabel]
    /// Who is banned from the room.
    func banned() async throws -> Set<UserID>
    /// The messages of this person that are kept: those of this room, or in a conversation of two those of all rooms.
    func comments(by author: UserID) async throws -> [Comment]
    /// What is held of this person: in this room, or everywhere.
    func held(of person: UserID, everywhere: Bool) async throws -> HeldWords
}

/// What is held of one person.
public struct HeldWords: Hashable, Sendable {
    /// Messages whose words are kept.
    public let comments: Int
    /// Reactions to comments.
    public let reactions: Int
    /// Messages of ours that repeat what they typed.
    public let answers: Int

    /// Counts; see the properties.
    public init(comments: Int, reactions: Int, answers: Int) {
        self.comments = comments
        self.reactions = reactions
        self.answers = answers
    }

    /// Whether there is nothing at all.
    public var isEmpty: Bool { comments + reactions + answers == 0 }
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

/// Shows what of the room may be published.
public protocol PublicationWindow: Sendable {
    /// What was decided in the room, and how many comments that is about.
    func publication() async throws -> PublicationState
    /// What a person has chosen in this room; nil where they have not said.
    func choice(of person: UserID) async throws -> PublicationChoice?
    /// What was decided about a comment, and by whom it was written; nil where there is none with this label.
    func decision(on label: CommentLabel) async throws -> PublicationDecision?
}
