internal import Foundation

/// What one sync brought, with the position after it.
package struct SyncBatch: Hashable, Sendable {
    /// An event that could not be read; all others of its batch were.
    package struct UnreadableEvent: Error, Hashable, Sendable {
        package let room: RoomID
        /// Its id, where at least that could be read.
        package let id: EventID?
        package let reason: String
    }

    /// What happened in one room.
    package struct Room: Hashable, Sendable {
        package let id: RoomID
        package var membership: Membership
        /// State before the timeline, where it was sent.
        package var state: [Event]
        package var timeline: [Event]
        /// Whether events are missing between the last batch and this timeline.
        package var isLimited: Bool
        /// The position before the timeline, from which a gap is filled.
        package var previousBatch: String?

        package init(
            id: RoomID,
            membership: Membership,
            state: [Event],
            timeline: [Event],
            isLimited: Bool = false,
            previousBatch: String? = nil
        ) {
            self.id = id
            self.membership = membership
            self.state = state
            self.timeline = timeline
            self.isLimited = isLimited
            self.previousBatch = previousBatch
        }
    }

    /// In which relation to a room the account stands.
    package enum Membership: String, Hashable, Sendable, CaseIterable {
        case join, invite, leave
    }

    package let nextBatch: String
    package var rooms: [Room]
    package var unreadable: [UnreadableEvent]

    package init(nextBatch: String, rooms: [Room], unreadable: [UnreadableEvent] = []) {
        self.nextBatch = nextBatch
        self.rooms = rooms
        self.unreadable = unreadable
    }
}

extension SyncBatch {
    /// Why a message is not the answer of a sync.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case noNextBatch

        package var description: String {
            switch self {
            case .noNextBatch: "The sync answer has no next_batch; expected a text there."
            }
        }
    }

    /// Takes a `/sync` answer apart. Events that cannot be decoded are set aside one by one.
    ///
    /// - Throws: ``JSONSlice/StructureError`` or ``ReadError`` where the whole cannot be read.
    package init(reading answer: JSONSlice) throws {
        let members = try answer.members()
        guard let nextBatch = members["next_batch"]?.plainString else {
            throw ReadError.noNextBatch
        }
        self.init(nextBatch: nextBatch, rooms: [])
        let sections = try members["rooms"]?.members() ?? [:]
        for membership in Membership.allCases {
            let rooms = try sections[membership.rawValue]?.members() ?? [:]
            for (id, room) in rooms.sorted(by: { $0.key < $1.key }) {
                try read(room, id: RoomID(id), membership: membership)
            }
        }
    }

    private mutating func read(_ slice: JSONSlice, id: RoomID, membership: Membership) throws {
        let members = try slice.members()
        let timeline = try members["timeline"]?.members() ?? [:]
        // An invitation brings its state without ids and times: all that is asked of it is who invites.
        let state = try (members["state"] ?? members["invite_state"])?.members()["events"]?.elements() ?? []
        let isInvitation = membership == .invite
        rooms.append(
            Room(
                id: id,
                membership: membership,
                state: state.compactMap { isInvitation ? $0.strippedEvent : event($0, in: id) },
                timeline: try (timeline["events"]?.elements() ?? []).compactMap { event($0, in: id) },
                isLimited: timeline["limited"]?.isTrue ?? false,
                previousBatch: timeline["prev_batch"]?.plainString
            )
        )
    }

    private mutating func event(_ slice: JSONSlice, in room: RoomID) -> Event? {
        switch slice.event(in: room) {
        case .success(let event): return event
        case .failure(let event):
            unreadable.append(event)
            return nil
        }
    }
}

extension JSONSlice {
    /// The value, decoded.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// The event, or what is known of it where it cannot be read.
    package func event(in room: RoomID) -> Result<Event, SyncBatch.UnreadableEvent> {
        do {
            return .success(try decoded(as: Event.self))
        } catch {
            let id = (try? members())?["event_id"]?.plainString
            let reason = reason(error)
            return .failure(SyncBatch.UnreadableEvent(room: room, id: id.map { EventID($0) }, reason: reason))
        }
    }

    /// Why a value could not be decoded, in a line that holds none of its words.
    fileprivate func reason(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            let names = context.codingPath.map(\.stringValue)
            return names.isEmpty ? "the event" : names.joined(separator: ".")
        }
        return switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\((context.codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: ".")) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(path(context)) is of another type than it should be"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(path(context)) holds what cannot be"
        default:
            "it is not sound JSON, or nested too deep"
        }
    }

    private struct StrippedEvent: Decodable {
        let type: String
        let sender: UserID
        let state_key: String
        let content: Member
    }

    /// A membership without id or time, as an invitation brings it.
    fileprivate var strippedEvent: Event? {
        guard let event = try? decoded(as: StrippedEvent.self), event.type == "m.room.member" else {
            return nil
        }
        return Event(
            id: EventID(""),
            type: event.type,
            sender: event.sender,
            sentAt: Date(timeIntervalSince1970: 0),
            stateKey: event.state_key,
            content: .member(event.content)
        )
    }
}
