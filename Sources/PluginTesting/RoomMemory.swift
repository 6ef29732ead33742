internal import struct Foundation.Date
internal import struct Foundation.TimeZone
internal import PluginAPI

/// What a bot remembers of one room, in memory, with the same rules as the bot's store.
struct RoomMemory {
    /// A message of the bot.
    struct Saying {
        let event: EventID
        var message: Message
        let plugin: String
        /// The statement that the room followed then.
        let statement: Int
        /// The revision of it that is shown.
        let revision: Int
        /// nil where nobody asked.
        var question: Question?
        var isRedacted = false
        var reactions: [String] = []
    }

    /// All statements, each with its revisions, oldest first.
    var statements: [[Statement]]
    /// The number of the one that somebody chose.
    var chosen: Int?
    var pageComments: [PageComment]
    let room: RoomID
    var kept: [KeptMessage] = []
    var reactions: [KeptReaction] = []
    var removed: Set<EventID> = []
    /// By plugin, then by key.
    var values: [String: [String: (value: String, sources: [WordSource])]] = [:]
    var publication = PublicationMemory()
    var schedules: [Schedule] = []
    private var lastSchedule = 0
    var sayings: [Saying] = []
    var messagesSeen = 0
    var banned: Set<UserID> = []

    init(statement: Statement, comments: [Comment], room: RoomID, at beginning: Date) {
        statements = []
        pageComments = []
        self.room = room
        add(statement, comments: comments, at: beginning)
    }

    /// The comments on the statement that is followed: those of its page, then those of the chat.
    var thread: CommentThread {
        let page = pageComments.filter { $0.statement == followed }.map(\.comment)
        let chat = kept.filter { $0.place.statement == followed }.map(\.comment)
        return CommentThread((page + chat).map(withReactions))
    }

    /// One comment: of the page that is followed, or of the chat about whichever statement.
    func comment(_ label: CommentLabel) -> Comment? {
        let chat = kept.first { $0.label == label }.map { withReactions($0.comment) }
        return chat ?? thread[label]
    }

    /// Carries one action out.
    ///
    /// - Parameters:
    ///   - source: The event, or the schedule's instant, that it comes from.
    ///   - question: What it answers; nil where nobody asked.
    mutating func apply(
        _ action: Action,
        of plugin: String,
        source: EventID,
        answering question: Question?,
        at now: Date
    ) {
        switch action {
        case .reply(let message), .send(let message, _): say(message, of: plugin, answering: question)
        case .edit(let target, let message): change(target, of: plugin, to: message, answering: question)
        case .react(let target, let key): changeSaying(target, of: plugin) { $0.reactions.append(key) }
        case .redact(let target): changeSaying(target, of: plugin) { $0.isRedacted = true }
        case .record(let draft): record(draft)
        case .revise(let revision): revise(revision)
        case .annotate(let reaction): annotate(reaction)
        case .remove(let event): remove(event)
        case .removeAll(let author, _): removeAll(by: author)
        case .set(let key, let value, let sources):
            values[plugin, default: [:]][key] = value.map { ($0, sources) }
        case .schedule(let draft): add(draft, id: source, at: now)
        case .unschedule(let number): schedules.removeAll { $0.number == number }
        case .follow(let statement):
            if statements.indices.contains(statement - 1) { chosen = statement }
        case .publication(let change): publication.apply(change, to: kept, at: now)
        }
    }

    private mutating func say(_ message: Message, of plugin: String, answering question: Question?) {
        sayings.append(
            Saying(
                event: EventID("$answer-\(sayings.count + 1)"),
                message: message,
                plugin: plugin,
                statement: followed,
                revision: message.revision ?? statements[followed - 1].count,
                question: question
            )
        )
    }

    /// New words for a message; it keeps its name and what it shows. Its former words can still be looked up.
    private mutating func change(
        _ target: MessageReference,
        of plugin: String,
        to message: Message,
        answering question: Question?
    ) {
        changeSaying(target, of: plugin) { saying in
            saying.question = question ?? saying.question
            saying.message.blocks = message.blocks
            saying.message.sources += message.sources.filter { !saying.message.sources.contains($0) }
        }
    }

    /// Takes one of the bot's messages out of the room.
    mutating func withdraw(_ event: EventID) -> Saying? {
        guard let position = sayings.firstIndex(where: { $0.event == event && !$0.isRedacted }) else {
            return nil
        }
        sayings[position].isRedacted = true
        return sayings[position]
    }

    /// The name of a message; nil where its plugin has given it to another since.
    func name(of message: EventID, givenBy plugin: String) -> String? {
        guard let saying = sayings.first(where: { $0.event == message && $0.plugin == plugin }),
            let name = saying.message.name,
            let last = sayings.last(where: { $0.plugin == plugin && $0.message.name == name })
        else { return nil }
        return last.event == message ? name : nil
    }

    private mutating func changeSaying(
        _ target: MessageReference,
        of plugin: String,
        _ change: (inout Saying) -> Void
    ) {
        let position = sayings.lastIndex { saying in
            switch target {
            case .event(let event): saying.event == event
            case .sent(let name): saying.plugin == plugin && saying.message.name == name
            }
        }
        if let position { change(&sayings[position]) }
    }

    private mutating func add(_ draft: ScheduleDraft, id: EventID, at now: Date) {
        guard !schedules.contains(where: { $0.id == id }) else { return }
        lastSchedule += 1
        let next = TimeZone(identifier: draft.zone).flatMap { draft.expression.next(after: now, in: $0) }
        schedules.append(Schedule(id: id, number: lastSchedule, draft: draft, next: next))
    }

    /// Takes the instant that is due off the schedule, and answers it; nil where none is due by then.
    mutating func nextInstant(by end: Date) -> (schedule: Schedule, instant: Date)? {
        let due = schedules.indices.compactMap { position in
            schedules[position].next.map { (position: position, instant: $0) }
        }
        guard let first = due.min(by: { $0.instant < $1.instant }), first.instant <= end else { return nil }
        let schedule = schedules[first.position]
        let next = TimeZone(identifier: schedule.draft.zone)
            .flatMap { schedule.draft.expression.next(after: first.instant, in: $0) }
        schedules[first.position] = Schedule(
            id: schedule.id,
            number: schedule.number,
            draft: schedule.draft,
            next: next
        )
        return (schedule, first.instant)
    }
}

extension PluginSettings {
    /// The room's clock.
    var zone: TimeZone { self["zone"].flatMap { TimeZone(identifier: $0) } ?? .gmt }
}
