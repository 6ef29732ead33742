public import struct Foundation.Date

/// What a plugin asks for, as a value. The list is closed: a new ability is a new case.
public enum Action: Hashable, Sendable, Codable {
    /// Answer the input's author, in the thread where the input stands.
    case reply(Message)
    /// Say something in a room without answering anybody.
    case send(Message, to: RoomID)
    /// Replace the words of one of our messages.
    case edit(MessageReference, Message)
    /// React to a message.
    case react(MessageReference, key: String)
    /// Take one of our messages back.
    case redact(MessageReference)
    /// Keep a message as a comment.
    case record(CommentDraft)
    /// Give a comment new words; its former words are kept, but not shown.
    case revise(CommentRevision)
    /// Keep a reaction to a comment, or to a message of ours that shows one.
    case annotate(CommentReaction)
    /// Remove the words of a comment, a reaction, or the words of one revision of it. What comes before its message keeps it out.
    case remove(EventID)
    /// Remove the words of everything that this person said until now, in this room or in every room, and our messages
    /// that repeat them.
    case removeAll(by: UserID, everywhere: Bool)
    /// Store a value of the plugin's own, or with nil forget it. `sources` say whose words it holds: it goes with them.
    case set(key: String, value: String?, sources: [WordSource])
    /// Make a recurring promise.
    case schedule(ScheduleDraft)
    /// End one, by its number in the room.
    case unschedule(number: Int)
    /// Have the room follow another statement, by its number among ``DiscussionWindow/statements()``.
    case follow(statement: Int)
    /// Change what of the room may be published.
    case publication(PublicationChange)
}

/// A message, one of ours or not.
public enum MessageReference: Hashable, Sendable, Codable {
    /// A message whose id is known.
    case event(EventID)
    /// A message of ours, by the name that its plugin gave it; it may not have left yet.
    case sent(String)
}

/// A message on its way into the archive.
public struct CommentDraft: Hashable, Sendable, Codable {
    /// The message.
    public let event: EventID
    /// Who said it.
    public let author: UserID
    /// Its words.
    public let text: String
    /// When it was said.
    public let writtenAt: Date
    /// The message that it answers. The store finds out which comment or passage that is.
    public let repliesTo: EventID?
    /// The first message of its thread.
    public let threadRoot: EventID?

    /// A message as it was said.
    public init(
        event: EventID,
        author: UserID,
        text: String,
        writtenAt: Date,
        repliesTo: EventID?,
        threadRoot: EventID?
    ) {
        self.event = event
        self.author = author
        self.text = text
        self.writtenAt = writtenAt
        self.repliesTo = repliesTo
        self.threadRoot = threadRoot
    }
}

/// New words for a comment.
public struct CommentRevision: Hashable, Sendable, Codable {
    /// The edit.
    public let event: EventID
    /// The message that it replaces.
    public let original: EventID
    /// Who made it; only the comment's author can.
    public let author: UserID
    /// The new words.
    public let text: String
    /// When it was made.
    public let writtenAt: Date

    /// An edit as it was made.
    public init(event: EventID, original: EventID, author: UserID, text: String, writtenAt: Date) {
        self.event = event
        self.original = original
        self.author = author
        self.text = text
        self.writtenAt = writtenAt
    }
}

/// A sign with which somebody answered a comment.
public struct CommentReaction: Hashable, Sendable, Codable {
    /// The reaction.
    public let event: EventID
    /// The message that it answers.
    public let target: EventID
    /// Who gave it.
    public let author: UserID
    /// The sign: `👍`.
    public let key: String

    /// A reaction as it was given.
    public init(event: EventID, target: EventID, author: UserID, key: String) {
        self.event = event
        self.target = target
        self.author = author
        self.key = key
    }
}
