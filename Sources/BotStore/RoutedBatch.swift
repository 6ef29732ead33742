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

        package init(event: Event, room: RoomID, kind: SeenKind, inputs: [Input] = [], settles: String? = nil)
        {
            self.event = event
            self.room = room
            self.kind = kind
            self.inputs = inputs
            self.settles = settles
        }
    }

    /// A stretch of a room's past that the homeserver left out.
    package struct Gap: Hashable, Sendable {
        package let room: RoomID
        package let from: String
        package let to: String?

        package init(room: RoomID, from: String, to: String?) {
            self.room = room
            self.from = from
            self.to = to
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
    /// Invitations to accept.
    package var invitations: [RoomID] = []

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

    package init(input: PluginInput, senderPowerLevel: Int, isDirect: Bool) {
        self.input = input
        self.senderPowerLevel = senderPowerLevel
        self.isDirect = isDirect
    }
}
