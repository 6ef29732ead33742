internal import BotStore
internal import Foundation
internal import MatrixTypes
internal import PluginAPI

/// Turns the actions of a plugin into what is written: pure, so that the same input gives the same rows.
struct ActionWriter {
    let entry: InboxEntry
    let pagination: Pagination
    /// Whether what a schedule posts is a message that people are told of, rather than a silent notice.
    let notifies: Bool

    /// A content must not be larger, in bytes as JSON: an event holds 65,536, and the homeserver adds its own.
    private static let largestContent = 40_000

    func stored(_ actions: [Action]) -> [StoredAction] {
        actions.enumerated().flatMap { ordinal, action in stored(action, ordinal: ordinal) }
    }

    private func stored(_ action: Action, ordinal: Int) -> [StoredAction] {
        let name = entry.name("\(ordinal)")
        switch action {
        case .reply(let message):
            return post(headed(message), name: name, room: entry.room, relation: relationToCause)
        case .send(let message, let room):
            return post(message, name: name, room: room, relation: nil)
        case .edit(let target, let message):
            return edit(target, headed(message), name: name)
        case .react(let target, let key):
            return [draft(name, .reaction(target, key: key))]
        case .redact(let target):
            return [draft(name, .redaction(target))]
        case .record(let comment): return [.record(comment)]
        case .revise(let revision): return [.revise(revision)]
        case .annotate(let reaction): return [.annotate(reaction)]
        case .remove(let event): return [.remove(event)]
        case .removeAll(let author, let everywhere):
            return [.removeAll(by: author, everywhere: everywhere)]
        case .set(let key, let value, let sources):
            return [.set(key: key, value: value, sources: sources, plugin: nil)]
        case .schedule(let schedule):
            return [.schedule(schedule, next: next(of: schedule))]
        case .unschedule(let number): return [.unschedule(number: number)]
        case .follow(let statement): return [.follow(statement: statement)]
        case .publication(let change): return [.publication(change)]
        }
    }

    /// Whoever reads what a schedule posts was not there when it was made, and may wonder about the hour.
    private func headed(_ message: Message) -> Message {
        guard case .schedule(_, let instant, let zoneName)? = entry.stored.input.invocation?.cause,
            let author = entry.stored.input.invocation?.sender,
            let zone = TimeZone(identifier: zoneName)
        else { return message }
        let wasAway = entry.acceptedAt.timeIntervalSince(instant) > DueInstants.grace
        let heading =
            "Scheduled by \(author) for \(instant.words(in: zone)) (\(zoneName))"
            + (wasAway ? "; I was away then." : ".")
        var headed = message
        headed.blocks.insert(.text(heading), at: 0)
        return headed
    }

    private func post(
        _ message: Message,
        name: String,
        room: RoomID,
        relation: Relation?
    ) -> [StoredAction] {
        let (first, rest) = pages(of: message, name: name, relation: relation)
        let body = OutgoingBody.message(content(first, name: name, relation: relation))
        let draft = OutboxDraft(
            name: name,
            room: room,
            body: body,
            shown: first.shown,
            alias: first.name,
            sources: message.sources,
            repeatsAsker: repeatsAsker(first),
            revision: first.revision
        )
        return [.post(draft)] + keep(rest)
    }

    private func edit(_ target: MessageReference, _ message: Message, name: String) -> [StoredAction] {
        // An edit says its words twice: to clients that know of edits, and to those that do not.
        let (first, rest) = pages(of: message, name: name, relation: nil, limit: Self.largestContent / 2)
        let draft = OutboxDraft(
            name: name,
            room: entry.room,
            body: .edit(target, content(first, name: name, relation: nil)),
            sources: message.sources,
            repeatsAsker: repeatsAsker(first)
        )
        return [.post(draft)] + keep(rest)
    }

    /// As much as one message may hold, and the rest.
    private func pages(
        of message: Message,
        name: String,
        relation: Relation?,
        limit: Int = largestContent
    ) -> (first: Message, rest: Message?) {
        var pagination = pagination
        var (first, rest) = pagination.pages(of: message)
        while size(of: content(first, name: name, relation: relation)) > limit,
            pagination.limit > 1
        {
            pagination = pagination.halved
            (first, rest) = pagination.pages(of: message)
        }
        return (first, rest)
    }

    /// Whether a word that was typed stands in what we say ourselves: when it is taken back, so is the answer.
    private func repeatsAsker(_ message: Message) -> Bool {
        guard case .message? = entry.stored.input.invocation?.cause,
            let typed = entry.stored.input.invocation?.typedWords, !typed.isEmpty
        else { return false }
        return message.blocks.contains { block in
            switch block {
            // Words of others, whatever was typed.
            case .quotation, .changes: return false
            case .heading, .text, .verbatim, .outline:
                return Words.folded(in: Message([block]).plainText).contains(where: typed.contains)
            }
        }
    }

    private func size(of content: MessageContent) -> Int { (try? JSONEncoder().encode(content).count) ?? 0 }

    private func keep(_ rest: Message?) -> [StoredAction] {
        guard let rest, let person = entry.person else { return [] }
        let json = (try? JSONEncoder().encode(rest)).map { String(decoding: $0, as: UTF8.self) }
        let kept = StoredAction.set(
            key: CorePlugin.restKey(room: entry.room, person: person),
            value: json,
            sources: rest.sources + [.event(EventID(entry.source))],
            plugin: CorePlugin.id
        )
        return [kept]
    }

    private func draft(_ name: String, _ body: OutgoingBody) -> StoredAction {
        .post(OutboxDraft(name: name, room: entry.room, body: body, shown: [], alias: nil))
    }

    private func content(_ message: Message, name: String, relation: Relation?) -> MessageContent {
        MessageContent(
            text: MessageText(msgtype: type, body: message.plainText, html: message.html),
            relation: relation,
            rowName: name,
            shown: message.shown.isEmpty ? nil : message.shown.map(\.description)
        )
    }

    /// Clients are silent about notices; a digest may be something that people want to be told of.
    private var type: String {
        guard case .schedule? = entry.stored.input.invocation?.cause else { return "m.notice" }
        return notifies ? "m.text" : "m.notice"
    }

    /// In the thread where it was asked; nothing where a schedule asked.
    private var relationToCause: Relation? {
        if case .event(let event) = entry.stored.input { return .reply(to: event.id) }
        guard case .message(let message)? = entry.stored.input.invocation?.cause else { return nil }
        return message.threadRoot.map { .thread(root: $0, replyTo: message.event) }
            ?? .reply(to: message.event)
    }

    private func next(of schedule: ScheduleDraft) -> Date? {
        TimeZone(identifier: schedule.zone).flatMap {
            schedule.expression.next(after: entry.acceptedAt, in: $0)
        }
    }
}

extension InboxEntry {
    /// Who is answered.
    fileprivate var person: UserID? { stored.input.author }
}

extension Invocation {
    /// The words of the person's own, folded: not the names of commands and options, which are ours, and no numbers.
    fileprivate var typedWords: Set<String> {
        let words = Words.folded(in: ([text] + options.values).joined(separator: " "))
        return Set(words.filter { word in word.count > 2 && word.contains(where: \.isLetter) })
    }
}
