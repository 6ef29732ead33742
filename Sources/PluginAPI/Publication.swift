public import struct Foundation.Date

// What may be published is decided a room, a person and a comment: publication begins with an announcement in the room,
// needs a moderator's approval of each comment, and shows pseudonyms, unless people chose otherwise.

/// What of a room may be published, as far as its people do not object.
public enum PublicationRule: String, Hashable, Sendable, Codable {
    case nothing
    /// What a moderator has approved.
    case approved
    /// Everything that a moderator has not hidden.
    case everything
}

/// How a person wants to be published.
public enum PublicationChoice: String, Hashable, Sendable, Codable {
    /// With their account's name.
    case name
    /// With a name that does not tell who they are.
    case pseudonym
    /// Not at all.
    case never
}

/// What a moderator decided about one comment.
public enum PublicationDecision: String, Hashable, Sendable, Codable {
    /// Nothing yet.
    case waiting
    /// It may be published, as far as its author does not object.
    case approved
    /// It may not.
    case hidden
}

/// A change of what may be published.
public enum PublicationChange: Hashable, Sendable, Codable {
    /// What is to hold for comments that are made in the room from now on.
    case room(PublicationRule)
    /// What a person chose for themselves in the room; with nil they take their choice back.
    case person(UserID, PublicationChoice?)
    /// What was decided about a comment.
    case comment(CommentLabel, PublicationDecision)
    /// What was decided about the comment that a message of the room is; a message that is none is left alone.
    case message(EventID, PublicationDecision)
}

/// What of a room may be published.
public struct PublicationState: Hashable, Sendable {
    /// What holds in the room.
    public let rule: PublicationRule
    /// Since when: what was said before is not published; nil where nothing is.
    public let since: Date?
    /// Comments that nothing was decided about, of those that could be published.
    public let waiting: Int
    /// The first of them, at most ten.
    public let firstWaiting: [CommentLabel]
    /// Comments that were approved.
    public let approved: Int
    /// Comments that may be published now: by the rule, and not withheld by their authors.
    public let published: Int
    /// Comments that were hidden.
    public let hidden: Int

    /// Nothing was ever decided.
    public init() {
        self.init(
            rule: .nothing,
            since: nil,
            waiting: 0,
            firstWaiting: [],
            approved: 0,
            published: 0,
            hidden: 0
        )
    }

    /// A state; see the properties.
    public init(
        rule: PublicationRule,
        since: Date?,
        waiting: Int,
        firstWaiting: [CommentLabel],
        approved: Int,
        published: Int,
        hidden: Int
    ) {
        self.rule = rule
        self.since = since
        self.waiting = waiting
        self.firstWaiting = firstWaiting
        self.approved = approved
        self.published = published
        self.hidden = hidden
    }
}
