package import Foundation
package import MatrixTypes
package import PluginAPI

/// A row of the inbox: one input that one plugin has still to handle.
package struct InboxEntry: Hashable, Sendable {
    package let sequence: Int64
    package let plugin: String
    /// The event's id, or `schedule/id/instant`.
    package let source: String
    /// When the cause happened.
    package let causedAt: Date
    package let room: RoomID
    package let stored: StoredInput
    package let acceptedAt: Date
    /// For an edit: the message that it replaces. Where that was understood, the edit is not run.
    package let edits: EventID?
    /// How often the plugin failed at it.
    package let failures: Int
    /// How often the process ended while it was being handled, after an unclean start.
    package let crashes: Int
    /// How many removals there had been when it was handed over: what holds words is not written after another.
    package let removals: Int64

    /// What a row of the outbox is called that this input causes: the same today and after a crash.
    package func name(_ ordinal: String) -> String {
        "\(causedAt.milliseconds)/\(plugin)/\(source)/\(ordinal)"
    }
}

/// What became of an input.
package struct Outcome: Sendable {
    package enum Result: Sendable {
        /// Handled. A command that was not understood may be edited, and is then run.
        case done([StoredAction], isUnderstood: Bool)
        /// The plugin threw; it is tried again, at most three times in all.
        case failed(reason: String)
        /// Never to be tried again.
        case setAside(reason: String, [StoredAction])
    }

    package let entry: InboxEntry
    package let result: Result

    var holdsWords: Bool {
        switch result {
        case .done(let actions, _), .setAside(_, let actions): actions.contains(where: \.holdsWords)
        case .failed: false
        }
    }

    package init(entry: InboxEntry, result: Result) {
        self.entry = entry
        self.result = result
    }
}

/// An action in the form in which it is written.
package enum StoredAction: Sendable {
    case post(OutboxDraft)
    case record(CommentDraft)
    case revise(CommentRevision)
    case annotate(CommentReaction)
    case remove(EventID)
    case removeAll(by: UserID, everywhere: Bool)
    /// `plugin` is nil for the plugin's own values; only the core sets its own beside another's answer.
    case set(key: String, value: String?, sources: [WordSource], plugin: String?)
    case schedule(ScheduleDraft, next: Date?)
    case unschedule(number: Int)
    case follow(statement: Int)
    case publication(PublicationChange)

    /// Whether it holds words that somebody may take back before it is written.
    var holdsWords: Bool {
        switch self {
        case .post(let draft): !draft.sources.isEmpty
        case .set(_, let value, let sources, _): value != nil && !sources.isEmpty
        case .record, .revise, .annotate, .remove, .removeAll, .schedule, .unschedule, .follow, .publication:
            false
        }
    }
}

/// A message on its way into the outbox.
package struct OutboxDraft: Sendable {
    package let name: String
    package let room: RoomID
    package let body: OutgoingBody
    package let shown: [PassageReference]
    package let alias: String?
    /// Whether everything else in its room leaves before it.
    package let canWait: Bool
    /// Whose words it holds.
    package let sources: [WordSource]
    /// Whether it repeats what was typed by whoever asked for it.
    package let repeatsAsker: Bool
    /// The revision of the statement that it shows; nil for the latest.
    package let revision: Int?

    package init(
        name: String,
        room: RoomID,
        body: OutgoingBody,
        shown: [PassageReference] = [],
        alias: String? = nil,
        canWait: Bool = false,
        sources: [WordSource] = [],
        repeatsAsker: Bool = false,
        revision: Int? = nil
    ) {
        self.name = name
        self.room = room
        self.body = body
        self.shown = shown
        self.alias = alias
        self.canWait = canWait
        self.sources = sources
        self.repeatsAsker = repeatsAsker
        self.revision = revision
    }
}

/// What leaves the process. A target that is an alias is resolved when it is sent.
package enum OutgoingBody: Hashable, Sendable, Codable {
    case message(MessageContent)
    case edit(MessageReference, MessageContent)
    case reaction(MessageReference, key: String)
    case redaction(MessageReference)
    /// Goes into the room; `via` are servers that know it, where its id names none.
    case join(via: [String])
    /// Leaves the room, or refuses its invitation.
    case leave
    /// Sets a piece of the room's state; `content` is a JSON object.
    case state(type: String, key: String, content: String)
}

/// A row of the outbox that can leave now.
package struct OutboxEntry: Hashable, Sendable {
    package let sequence: Int64
    /// The transaction id.
    package let name: String
    package let room: RoomID
    /// With every target an event.
    package let body: OutgoingBody

    /// The same message under another transaction id: what the bot never does, for a test that shows why.
    package func renamed(_ name: String) -> OutboxEntry {
        OutboxEntry(sequence: sequence, name: name, room: room, body: body)
    }
}
