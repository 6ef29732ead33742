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
        var isRedacted = false
        var reactions: [String] = []
    }

    /// All statements, each with its revisions, oldest first.
    var statements: [[Statement]]
    /// The number of the one that is followed.
    var followed = 1
    let pageComments: [Comment]
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

    init(statement: Statement, comments: [Comment], room: RoomID) {
        statements = [[statement.at(StatementRevision(number: 1, importedAt: nil, digest: ""))]]
        pageComments = comments
        self.room = room
    }

    /// The page's comments, then those of the chat.
    var thread: CommentThread { CommentThread((pageComments + kept.map(\.comment)).map(withReactions)) }

    /// Carries one action out.
    ///
    /// - Parameter source: The event, or the schedule's instant, that it comes from.
    mutating func apply(_ action: Action, of plugin: String, source: EventID, at now: Date) {
        switch action {
        case .reply(let message), .send(let message, _):
            let event = EventID("$answer-\(sayings.count + 1)")
            sayings.append(Saying(event: event, message: message, plugin: plugin))
        case .edit(let target, let message): change(target, of: plugin, to: message)
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
            if statements.indices.contains(statement - 1) { followed = statement }
        case .publication(let change): publication.apply(change, to: kept, at: now)
        }
    }

    /// New words for a message; it keeps its name and what it shows.
    private mutating func change(_ target: MessageReference, of plugin: String, to message: Message) {
        changeSaying(target, of: plugin) { saying in
            saying.message = Message(message.blocks, shown: saying.message.shown, name: saying.message.name)
        }
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
