package import MatrixTypes

/// An event as the homeserver keeps it: its content in the bytes in which it came.
package struct RecordedEvent: Hashable, Sendable {
    /// Its place among all that happened on the homeserver.
    package let order: Int
    package let id: EventID
    package let type: String
    package let sender: UserID
    package let stateKey: String?
    package let milliseconds: Int64
    /// The content as JSON; an empty object once it was redacted.
    package internal(set) var content: [UInt8]
    /// The transaction id under which its sender sent it.
    package let transaction: String?
    /// The event that this one takes the words of, where it is a redaction.
    package let redacts: EventID?
    /// Bytes that go out just as they are, in the place of everything above.
    let verbatim: [UInt8]?
    /// The redaction that took its words, as JSON.
    var redactedBecause: JSONText?

    /// Whether its words were removed.
    package var isRedacted: Bool { redactedBecause != nil }

    /// The event as `reader` gets it: only a sender is told their own transaction ids.
    ///
    /// - Parameter room: Named in the event where it does not stand in a section of its room.
    func json(for reader: UserID?, in room: RoomID? = nil) -> JSONText {
        if let verbatim, !isRedacted { return JSONText(verbatim: verbatim) }
        let ownTransaction = reader == sender ? transaction : nil
        return .object([
            "type": .string(type),
            "event_id": .string(id.rawValue),
            "room_id": room.map { .string($0.rawValue) },
            "sender": .string(sender.rawValue),
            "origin_server_ts": .number(milliseconds),
            "state_key": stateKey.map(JSONText.string),
            "redacts": redacts.map { .string($0.rawValue) },
            "content": JSONText(verbatim: content),
            "unsigned": .object([
                "transaction_id": ownTransaction.map(JSONText.string),
                "redacted_because": redactedBecause,
            ]),
        ])
    }

    /// What an invited person is shown of a state event.
    var strippedJSON: JSONText {
        .object([
            "type": .string(type),
            "sender": .string(sender.rawValue),
            "state_key": .string(stateKey ?? ""),
            "content": JSONText(verbatim: content),
        ])
    }
}
