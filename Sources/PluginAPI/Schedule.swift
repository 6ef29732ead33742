public import struct Foundation.Date

/// A recurring promise.
public struct Schedule: Hashable, Sendable, Codable {
    /// What to do about instants that passed while the bot was away.
    public enum MissedRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing.
        case skip
        /// Run once for all of them.
        case once
        /// Run for each, at most 100.
        case all
    }

    /// The event that made it.
    public let id: EventID
    /// Its number in its room, from 1; never given again.
    public let number: Int
    /// What was asked for.
    public let draft: ScheduleDraft
    /// The next instant; nil where none is left.
    public let next: Date?

    /// A schedule as it is stored.
    public init(id: EventID, number: Int, draft: ScheduleDraft, next: Date?) {
        self.id = id
        self.number = number
        self.draft = draft
        self.next = next
    }
}

/// A recurring promise as somebody asks for it.
public struct ScheduleDraft: Hashable, Sendable, Codable {
    /// When.
    public let expression: CronExpression
    /// In which time zone, by its name: `Europe/London`.
    public let zone: String
    /// Where.
    public let room: RoomID
    /// The command, without the prefix: `summary chat`.
    public let command: String
    /// Who asked; it runs with the power they have then.
    public let author: UserID
    /// What to do about missed instants.
    public let missed: Schedule.MissedRule

    /// A promise; see the properties.
    public init(
        expression: CronExpression,
        zone: String,
        room: RoomID,
        command: String,
        author: UserID,
        missed: Schedule.MissedRule
    ) {
        self.expression = expression
        self.zone = zone
        self.room = room
        self.command = command
        self.author = author
        self.missed = missed
    }
}
