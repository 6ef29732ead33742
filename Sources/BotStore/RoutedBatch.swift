internal import Foundation
package import MatrixTypes
package import PluginAPI

/// A batch as the router made it: what is to be written, and nothing else.
package struct RoutedBatch: Sendable {
    /// What an event was, for counts.
    package enum SeenKind: Int, Sendable {
        case other = 0
        case message = 1
        case command = 2
        case edit = 3
        case redaction = 4
    }

    /// One input for one plugin.
    package struct Input: Sendable {
        package let plugin: String
        package let stored: StoredInput
        /// An event whose own inputs must be handled before, and which must not have been understood.
        package let waitsFor: EventID?

        package init(plugin: String, stored: StoredInput, waitsFor: EventID?) {
            self.plugin = plugin
            self.stored = stored
            self.waitsFor = waitsFor
        }
    }

    /// One event and who wants it.
    package struct Routed: Sendable {
        package let event: Event
        package let room: RoomID
        package let kind: SeenKind
        package let inputs: [Input]
        /// The row of the outbox that it is the echo of.
        package let settles: String?
        /// The absence in which it was asked, where it is a command that is no longer answered.
        package let missed: Absence?

        package init(
            event: Event,
            room: RoomID,
            kind: SeenKind,
            inputs: [Input] = [],
            settles: String? = nil,
            missed: Absence? = nil
        ) {
            self.event = event
            self.room = room
            self.kind = kind
            self.inputs = inputs
            self.settles = settles
            self.missed = missed
        }
    }

    /// A stretch of a room's past that the homeserver left out.
    package struct Gap: Hashable, Sendable {
        package let room: RoomID
        package let from: String
        package let to: String?
        /// In which it came about.
        package let absence: Absence?

        package init(room: RoomID, from: String, to: String?, absence: Absence?) {
            self.room = room
            self.from = from
            self.to = to
            self.absence = absence
        }
    }

    /// A room that replaces another, and goes on with all that belongs to it.
    package struct Continuation: Hashable, Sendable {
        package let room: RoomID
        package let predecessor: RoomID

        package init(room: RoomID, predecessor: RoomID) {
            self.room = room
            self.predecessor = predecessor
        }
    }

    /// The position from which it came; nil for the first of a new bot.
    package let position: String?
    package let nextPosition: String
    package let account: String
    /// State to be kept, in order.
    package var state: [(room: RoomID, event: Event)] = []
    package var events: [Routed] = []
    package var gaps: [Gap] = []
    package var unreadable: [SyncBatch.UnreadableEvent] = []
    /// Rooms that replace others.
    package var continuations: [Continuation] = []
    /// What the core does of its own accord. A row that was written before, by its name, is not written again.
    package var posts: [OutboxDraft] = []

    package init(account: String, position: String?, nextPosition: String) {
        self.account = account
        self.position = position
        self.nextPosition = nextPosition
    }
}

/// An input as it waits in the inbox.
package struct StoredInput: Hashable, Sendable, Codable {
    package let input: PluginInput
    /// What its sender may do, when it was accepted.
    package let senderPowerLevel: Int
    package let isDirect: Bool
    /// Who could read it when it was said: `world_readable`, `shared`, `invited` or `joined`.
    package let visibility: String
    /// The account that passed it on for somebody who has none here.
    package let relay: UserID?

    package init(
        input: PluginInput,
        senderPowerLevel: Int,
        isDirect: Bool,
        visibility: String,
        relay: UserID?
    ) {
        self.input = input
        self.senderPowerLevel = senderPowerLevel
        self.isDirect = isDirect
        self.visibility = visibility
        self.relay = relay
    }
}
