package import Discussion
package import Foundation
internal import GRDB
package import MatrixTypes
internal import PluginAPI

extension Store {
    /// Hands messages from an export of a room to the archive, as if they had just been said: it keeps them by its own
    /// rules, so only where the room is kept, and nothing of people who have left. A bot must run for that, now or later.
    ///
    /// - Parameter room: Where they were said, whatever they say themselves; nil where they do.
    /// - Returns: How many were handed over; what is kept already, and what names no room, is not.
    package func importMessages(_ messages: [SourceMessage], in room: RoomID?, at now: Date) async throws
        -> Int
    {
        let count = try await write(.flushed) { db in
            try messages.count { message in
                guard let room = room ?? message.room.map({ RoomID($0) }) else { return false }
                return try db.handOver(message, in: room, at: now)
            }
        }
        await bells.ring([.inbox])
        return count
    }

    /// How many inputs wait for the archive.
    package func messagesWaitingForArchive() async throws -> Int {
        try await database.read { db in
            let sql = "SELECT count(*) FROM inbox WHERE plugin = (SELECT id FROM plugin WHERE name = ?)"
            return try Int.fetchOne(db, sql: sql, arguments: [Database.archive]) ?? 0
        }
    }
}

extension Database {
    /// The plugin that keeps what is said.
    fileprivate static let archive = "archive"

    /// - Returns: Whether it is new here.
    fileprivate func handOver(_ message: SourceMessage, in room: RoomID, at now: Date) throws -> Bool {
        let isKnown =
            try Bool.fetchOne(
                cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM comment WHERE origin = 'chat' AND origin_id = ?1)
                            OR EXISTS (SELECT 1 FROM revision WHERE event_id = ?1)
                            OR EXISTS (SELECT 1 FROM removed WHERE origin = 'chat' AND origin_id = ?1)
                            OR EXISTS (SELECT 1 FROM inbox WHERE source = ?1)
                        """
                ),
                arguments: [message.removedID ?? message.id]
            ) ?? false
        if isKnown, message.removedID == nil { return false }
        let stored = StoredInput(
            input: .event(message.event),
            senderPowerLevel: 0,
            isDirect: false,
            visibility: "shared",
            relay: nil
        )
        try run(
            """
            INSERT INTO inbox (plugin, source, at, room, input, accepted_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                try number(ofPlugin: Self.archive), message.id, message.sentAt.milliseconds,
                try number(ofRoom: room.rawValue), try RowJSON.data(stored), now.milliseconds, message.sender,
            ]
        )
        return true
    }
}

extension SourceMessage {
    /// The message whose words were taken back, where this is about one.
    fileprivate var removedID: String? {
        if case .removal(let original) = content { original } else { nil }
    }

    /// What the homeserver would have sent.
    fileprivate var event: Event {
        func event(_ type: String, _ content: EventContent) -> Event {
            Event(
                id: EventID(id),
                type: type,
                sender: UserID(sender),
                sentAt: sentAt,
                content: content
            )
        }
        func message(_ words: String, _ relation: Relation?, _ replacement: String? = nil) -> Event {
            let content = MessageContent(
                text: MessageText(msgtype: "m.text", body: words),
                relation: relation,
                replacement: replacement.map { MessageText(msgtype: "m.text", body: $0) }
            )
            return event("m.room.message", .message(content))
        }
        switch content {
        case .words(let words, let answered, let root):
            let reply = answered.map { EventID($0) }
            let relation =
                root.map { Relation.thread(root: EventID($0), replyTo: reply) }
                ?? reply.map { .reply(to: $0) }
            return message(words, relation)
        case .edit(let original, let words):
            return message("* " + words, .replacement(of: EventID(original)), words)
        case .removal(let original):
            return event("m.room.redaction", .redaction(of: EventID(original)))
        }
    }
}
