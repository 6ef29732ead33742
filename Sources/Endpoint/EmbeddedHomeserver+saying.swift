package import MatrixTypes
internal import class Foundation.JSONEncoder

extension EmbeddedHomeserver {
    /// Says something in a room.
    @discardableResult
    package func say(
        _ words: String,
        as user: UserID,
        in room: RoomID,
        relation: Relation? = nil
    ) throws -> EventID {
        let text = MessageText(msgtype: "m.text", body: words)
        return try send(MessageContent(text: text, relation: relation), to: room, as: user)
    }

    /// Replaces the words of a message.
    @discardableResult
    package func edit(_ target: EventID, to words: String, as user: UserID, in room: RoomID) throws -> EventID
    {
        let text = MessageText(msgtype: "m.text", body: words)
        var content = MessageContent(text: MessageText(msgtype: "m.text", body: "* \(words)"))
        content.relation = .replacement(of: target)
        content.replacement = text
        return try send(content, to: room, as: user)
    }

    /// Reacts to a message.
    @discardableResult
    package func react(
        _ key: String,
        to target: EventID,
        as user: UserID,
        in room: RoomID
    ) throws(StreamMessage.Refusal) -> EventID {
        let relation: JSONText = .object([
            "rel_type": .string("m.annotation"), "event_id": .string(target.rawValue), "key": .string(key),
        ])
        let content = JSONText.object(["m.relates_to": relation])
        return try send("m.reaction", content: content.bytes, transaction: nil, to: room, as: user)
    }

    private func send(_ content: MessageContent, to room: RoomID, as user: UserID) throws -> EventID {
        let bytes = Array(try JSONEncoder().encode(content))
        return try send("m.room.message", content: bytes, transaction: nil, to: room, as: user)
    }
}
