import BotStore
import Foundation
import MatrixTypes
import PluginAPI

/// Something that somebody said, and who wants it.
struct Said {
    var id: String
    var words = "words"
    var room = hall
    var sender = ada
    /// The plugins that want it: as a command, if it is one.
    var plugins = ["quote"]
    var isCommand = true
    /// The event that it edits.
    var edits: String?
    /// The row whose echo it is.
    var settles: String?

    var event: Event {
        Event(
            id: EventID(id),
            type: "m.room.message",
            sender: sender,
            sentAt: now,
            content: .message(MessageContent(text: MessageText(msgtype: "m.text", body: words)))
        )
    }

    var routed: RoutedBatch.Routed {
        let cause = Invocation.CauseMessage(event: EventID(id), threadRoot: nil, repliesTo: nil)
        let invocation = Invocation(
            command: "quote",
            text: words,
            sender: sender,
            room: room,
            cause: .message(cause)
        )
        let stored = StoredInput(
            input: isCommand ? .command(invocation) : .event(event),
            senderPowerLevel: 0,
            isDirect: false,
            visibility: "shared",
            relay: nil
        )
        let inputs = plugins.map {
            RoutedBatch.Input(plugin: $0, stored: stored, waitsFor: edits.map { EventID($0) })
        }
        let kind: RoutedBatch.SeenKind = settles != nil ? .other : isCommand ? .command : .message
        return RoutedBatch.Routed(
            event: event,
            room: room,
            kind: kind,
            inputs: settles == nil ? inputs : [],
            settles: settles
        )
    }
}

extension Store {
    /// Takes in a batch that follows the one before.
    func accept(
        _ said: [Said],
        gaps: [RoutedBatch.Gap] = [],
        unreadable: [SyncBatch.UnreadableEvent] = [],
        to next: String
    ) async throws {
        try await accept([try await batch(said, gaps: gaps, unreadable: unreadable, to: next)], at: now)
    }

    func batch(
        _ said: [Said],
        gaps: [RoutedBatch.Gap] = [],
        unreadable: [SyncBatch.UnreadableEvent] = [],
        to next: String
    ) async throws -> RoutedBatch {
        let position = try await position(of: "bot")?.nextBatch
        var batch = RoutedBatch(account: "bot", position: position, nextPosition: next)
        batch.events = said.map(\.routed)
        batch.gaps = gaps
        batch.unreadable = unreadable
        return batch
    }

    /// What a plugin can handle now, by the ids of its causes.
    func ready(_ plugin: String, after passing: [String] = []) async throws -> [String] {
        try await turn(for: plugin, after: passing, limit: 256).map(\.source)
    }

    /// Handles all that one plugin can handle now.
    @discardableResult
    func handleAll(
        _ plugin: String,
        isUnderstood: Bool = true,
        _ actions: (InboxEntry) -> [StoredAction] = { _ in [] }
    ) async throws -> [String] {
        let entries = try await turn(for: plugin, after: [], limit: 256)
        try await commit(
            entries.map { Outcome(entry: $0, result: .done(actions($0), isUnderstood: isUnderstood)) },
            at: now
        )
        return entries.map(\.source)
    }

    /// Has a plugin do something in a room, because of a message made up for it.
    func perform(_ actions: [StoredAction], as id: String, in room: RoomID = hall, plugin: String = "archive")
        async throws
    {
        try await accept([Said(id: id, room: room, plugins: [plugin], isCommand: false)], to: "perform \(id)")
        try await handleAll(plugin) { $0.source == id ? actions : [] }
    }
}

/// A message on its way out.
func draft(
    _ name: String,
    _ words: String = "words",
    room: RoomID = hall,
    body: OutgoingBody? = nil,
    shown: [PassageReference] = [],
    alias: String? = nil,
    sources: [WordSource] = [],
    repeatsAsker: Bool = false
) -> StoredAction {
    let content = MessageContent(text: MessageText(msgtype: "m.notice", body: words), rowName: name)
    return .post(
        OutboxDraft(
            name: name,
            room: room,
            body: body ?? .message(content),
            shown: shown,
            alias: alias,
            sources: sources,
            repeatsAsker: repeatsAsker
        )
    )
}

/// A message on its way into the archive.
func comment(
    _ event: String,
    _ text: String,
    by author: UserID = ada,
    repliesTo: String? = nil,
    threadRoot: String? = nil
)
    -> StoredAction
{
    .record(
        CommentDraft(
            event: EventID(event),
            author: author,
            text: text,
            writtenAt: now,
            repliesTo: repliesTo.map { EventID($0) },
            threadRoot: threadRoot.map { EventID($0) }
        )
    )
}

func edit(
    _ event: String,
    of original: String,
    _ text: String,
    by author: UserID = ada,
    after seconds: Double = 1
)
    -> StoredAction
{
    .revise(
        CommentRevision(
            event: EventID(event),
            original: EventID(original),
            author: author,
            text: text,
            writtenAt: now.addingTimeInterval(seconds)
        )
    )
}
