public import struct Foundation.Date
internal import Logging
public import PluginAPI

/// A room with a bot in it that knows only the plugins you give it: nothing is sent, nothing is stored.
///
/// You say something and get what the bot would answer, as plain text. Time stands still but for a second
/// after each thing that happens, and begins on 25 February 2022, a Friday, at noon UTC.
public actor PluginHarness {
    /// The bot's own account.
    public static let account = UserID("@rapporteur:demo")
    /// Who speaks where nobody is named.
    public static let someone = UserID("@ada:demo")
    /// When every room begins.
    public static let beginning = Date(timeIntervalSince1970: 1_645_790_400)

    /// How the room reads commands: those of the plugins, and `help`.
    public let grammar: CommandGrammar
    /// The time in the room.
    public private(set) var now = beginning
    let plugins: [any Plugin]
    private let settings: PluginSettings
    private let isDirect: Bool
    private let operatorContact: String?
    private let writer: (any WriterWindow)?
    var memory: RoomMemory
    private var powerLevels: [UserID: Int] = [:]
    private var relays: [UserID: UserID] = [:]
    private var lastEvent = 0
    /// Messages by people whose command was not understood: when they are edited, they are read again.
    var misunderstood: Set<EventID> = []

    /// A room that discusses a statement.
    ///
    /// - Parameters:
    ///   - plugins: In the order in which help shows their commands.
    ///   - statement: What is discussed.
    ///   - comments: What stands below it on its page.
    ///   - settings: What the configuration would say, the same for every plugin; `zone` is also the room's clock.
    ///   - isDirect: Whether it is a conversation of the bot with one person.
    ///   - operatorContact: Whom people can ask; nil where nobody is named.
    ///   - writer: What plays the language model; nil where there is none.
    public init(
        _ plugins: any Plugin...,
        discussing statement: Statement,
        comments: [Comment],
        settings: [String: String] = [:],
        isDirect: Bool = false,
        operatorContact: String? = "@operator:demo",
        writer: (any WriterWindow)? = nil
    ) {
        self.init(plugins, statement, comments, PluginSettings(settings), isDirect, operatorContact, writer)
    }

    /// A room that discusses a statement of the folder `seeds`: `on-the-invasion-of-ukraine`.
    ///
    /// - Throws: Where there is no such file, or it cannot be read.
    public init(
        _ plugins: any Plugin...,
        discussing name: String,
        settings: [String: String] = [:],
        isDirect: Bool = false,
        operatorContact: String? = "@operator:demo",
        writer: (any WriterWindow)? = nil
    ) throws {
        let seed = try Seed(named: name)
        self.init(
            plugins,
            seed.statement,
            seed.comments,
            PluginSettings(settings),
            isDirect,
            operatorContact,
            writer
        )
    }

    private init(
        _ plugins: [any Plugin],
        _ statement: Statement,
        _ comments: [Comment],
        _ settings: PluginSettings,
        _ isDirect: Bool,
        _ operatorContact: String?,
        _ writer: (any WriterWindow)?
    ) {
        self.plugins = plugins
        self.settings = settings
        self.isDirect = isDirect
        self.operatorContact = operatorContact
        self.writer = writer
        memory = RoomMemory(
            statement: statement,
            comments: comments,
            room: RoomID("!room:demo"),
            at: Self.beginning
        )
        grammar = CommandGrammar(
            prefix: "!",
            botNames: [Self.account.rawValue, "@\(Self.account.localpart)", Self.account.localpart],
            commands: plugins.flatMap(\.manifest.commands) + [HelpText.command]
        )
    }
}

extension PluginHarness {
    /// The id of the last thing that happened.
    public var lastHappening: EventID { EventID("$\(lastEvent)") }

    /// The id of the bot's last message, to reply to; nil as long as it has said nothing.
    public var lastAnswer: EventID? { memory.sayings.last?.event }

    /// The statement that is discussed.
    public var statement: Statement { memory.statement }

    /// All statements, by number, with the one that the room follows.
    public var statements: [StatementEntry] { memory.entries }

    /// The comments on the statement that the room follows, as they stand now, of the page and of the chat.
    public var thread: CommentThread { memory.thread }

    /// What of the room may be published.
    public var publication: PublicationState { memory.publication.state(of: memory.kept) }

    /// The room's schedules.
    public var schedules: [Schedule] { memory.schedules }

    /// What the bot has said, as plain text, with edits made and without what it took back.
    public var answers: [String] {
        memory.sayings.filter { !$0.isRedacted }.map(\.message.plainText)
    }

    /// The message itself; nil where the bot said none with this id.
    public func message(_ event: EventID) -> Message? {
        memory.sayings.first { $0.event == event }?.message
    }

    /// Gives the next thing that happens its id and its time.
    func happening(at date: Date?) -> EventID {
        now = date ?? now.addingTimeInterval(1)
        lastEvent += 1
        return EventID("$\(lastEvent)")
    }

    /// Imports a changed text of the statement that the room follows.
    public func revise(_ statement: Statement, at date: Date? = nil) {
        _ = happening(at: date)
        memory.revise(statement, at: now)
    }

    /// Imports another statement. A room that has not chosen one follows the newest.
    public func importStatement(_ statement: Statement, comments: [Comment] = [], at date: Date? = nil) {
        _ = happening(at: date)
        memory.add(statement, comments: comments, at: now)
    }

    func powerLevel(of person: UserID) -> Int { powerLevels[person] ?? 0 }

    func setPowerLevel(_ level: Int, of person: UserID) { powerLevels[person] = level }

    /// What this person says comes from now on by way of another account, which passes it on.
    public func pass(on person: UserID, by relay: UserID) { relays[person] = relay }

    /// Sends somebody away who may not come back.
    public func ban(_ person: UserID) { memory.banned.insert(person) }

    /// Allows somebody to come back.
    public func unban(_ person: UserID) { memory.banned.remove(person) }

    func help(for person: UserID) -> HelpText {
        HelpText(
            grammar: grammar,
            powerLevel: powerLevel(of: person),
            examples: ExampleFiller(
                statement: memory.statement,
                comment: memory.thread.comments.first { !$0.isRemoved }
            )
        )
    }

    func context(for plugin: any Plugin, sender: UserID) -> PluginContext {
        let id = plugin.manifest.id
        let snapshot = Snapshot(memory: memory, plugin: id)
        return PluginContext(
            now: now,
            seed: UInt64(lastEvent),
            room: Room(id: memory.room, isDirect: isDirect, isWorldReadable: true),
            senderPowerLevel: powerLevel(of: sender),
            relay: relays[sender],
            operatorContact: operatorContact,
            zone: settings.zone,
            account: Self.account,
            grammar: grammar,
            settings: settings,
            logger: Logger(label: id),
            discussion: snapshot,
            state: snapshot,
            schedules: snapshot,
            audit: snapshot,
            publication: snapshot,
            writer: writer
        )
    }
}
