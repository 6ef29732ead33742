public import struct Foundation.Date
public import struct Foundation.TimeZone
public import Logging

/// What surrounds an input: the same on every attempt, but for the windows, which show the present.
public struct PluginContext: Sendable {
    /// When the input was accepted.
    public let now: Date
    /// The only source of chance: the same for the same input.
    public let seed: UInt64
    /// The room of the input.
    public let room: Room
    /// What the sender may do in the room, when the input was accepted: 0 for most people, 50 for a moderator.
    public let senderPowerLevel: Int
    /// The account that passed the input on for somebody who has none here; nil for everybody else.
    public let relay: UserID?
    /// Whom people can ask about the bot; nil where nobody is named.
    public let operatorContact: String?
    /// Whose clock is meant where somebody names an hour or a day, and no zone.
    public let zone: TimeZone
    /// The bot's own account.
    public let account: UserID
    /// All commands that the bot knows, and how they are read.
    public let grammar: CommandGrammar
    /// The plugin's settings.
    public let settings: PluginSettings
    /// For what the operator should know; never the words of a message.
    public let logger: Logger
    /// The room's statement and the comments on it.
    public let discussion: any DiscussionWindow
    /// The plugin's own values.
    public let state: any StateWindow
    /// The room's schedules.
    public let schedules: any ScheduleWindow
    /// What was kept and what was missed.
    public let audit: any AuditWindow
    /// What of the room may be published.
    public let publication: any PublicationWindow
    /// A language model that can be asked to write; nil where none is configured.
    public let writer: (any WriterWindow)?

    /// A context; see the properties.
    public init(
        now: Date,
        seed: UInt64,
        room: Room,
        senderPowerLevel: Int,
        relay: UserID?,
        operatorContact: String?,
        zone: TimeZone,
        account: UserID,
        grammar: CommandGrammar,
        settings: PluginSettings,
        logger: Logger,
        discussion: any DiscussionWindow,
        state: any StateWindow,
        schedules: any ScheduleWindow,
        audit: any AuditWindow,
        publication: any PublicationWindow,
        writer: (any WriterWindow)?
    ) {
        self.now = now
        self.seed = seed
        self.room = room
        self.senderPowerLevel = senderPowerLevel
        self.relay = relay
        self.operatorContact = operatorContact
        self.zone = zone
        self.account = account
        self.grammar = grammar
        self.settings = settings
        self.logger = logger
        self.discussion = discussion
        self.state = state
        self.schedules = schedules
        self.audit = audit
        self.publication = publication
        self.writer = writer
    }

    /// What a person would type, as code: `` `!quote 8` ``.
    public func typed(_ command: String) -> String { "`\(grammar.prefix)\(command)`" }

    /// - Throws: ``UsageError`` unless the sender may do what moderators may.
    public func requireModerator(to purpose: String) throws(UsageError) {
        try requireOwnAccount(to: purpose)
        guard senderPowerLevel < Self.moderatorPowerLevel else { return }
        throw UsageError(
            "To \(purpose) you need power level \(Self.moderatorPowerLevel) in this room; yours is "
                + "\(senderPowerLevel). Please ask a moderator."
        )
    }

    /// - Throws: ``UsageError`` where the words came by way of another account: nobody has proved whose they are.
    public func requireOwnAccount(to purpose: String) throws(UsageError) {
        guard let relay else { return }
        let contact = operatorContact.map { "Please ask the operator: \($0)." } ?? "Please ask the operator."
        throw UsageError(
            "To \(purpose) you need an account of your own here: what \(relay) passes on could be anybody's. \(contact)"
        )
    }

    /// What the specification of Matrix gives to moderators.
    public static let moderatorPowerLevel = 50
}

/// The room in which something happened.
public struct Room: Hashable, Sendable {
    /// Its id.
    public let id: RoomID
    /// Whether it is a conversation of the bot with one person.
    public let isDirect: Bool
    /// Whether everybody could read what was said in it, also without being there, when the input was accepted.
    public let isWorldReadable: Bool

    /// A room.
    public init(id: RoomID, isDirect: Bool, isWorldReadable: Bool) {
        self.id = id
        self.isDirect = isDirect
        self.isWorldReadable = isWorldReadable
    }
}

/// A plugin's settings: texts by name, from the configuration.
public struct PluginSettings: Hashable, Sendable {
    private let values: [String: String]

    /// Settings by name.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// A text.
    public subscript(key: String) -> String? { values[key] }

    /// A whole number; nil where the setting is missing or is none.
    public func number(_ key: String) -> Int? { values[key].flatMap { Int($0) } }

    /// Whether the setting says `true`.
    public func isOn(_ key: String) -> Bool { values[key] == "true" }
}
