internal import Discussion
internal import Foundation

/// An event of a room as Element exports it, as far as it is read.
struct ElementEvent: Decodable {
    /// nil where the event is nothing that was said.
    let piece: SourcePiece?

    private enum Key: String, CodingKey {
        case type, sender, content, unsigned, redacts
        case id = "event_id"
        case room = "room_id"
        case sentAt = "origin_server_ts"
    }

    private struct Unsigned: Decodable {
        struct Redaction: Decodable {}

        let redacted_because: Redaction?
    }

    private struct Redaction: Decodable {
        let redacts: String?
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let type = try fields.decode(String.self, forKey: .type)
        switch type {
        case "m.room.message":
            let id = try fields.decode(String.self, forKey: .id)
            let unsigned = try fields.decodeIfPresent(Unsigned.self, forKey: .unsigned)
            let content = try fields.decode(ElementContent.self, forKey: .content)
            if unsigned?.redacted_because != nil || content.isEmpty {
                piece = .message(try Self.message(.removal(of: id), fields))
            } else if let said = content.said {
                piece = .message(try Self.message(said, fields))
            } else {
                piece = .remark(SourceRemark(content.hasWords ? .messageUnreadable : .messageNotText, at: id))
            }
        case "m.room.redaction":
            let inContent = try fields.decodeIfPresent(Redaction.self, forKey: .content)?.redacts
            let removed = try inContent ?? fields.decode(String.self, forKey: .redacts)
            piece = .message(try Self.message(.removal(of: removed), fields))
        case "m.room.encrypted":
            piece = .remark(SourceRemark(.messageUnreadable, at: try fields.decode(String.self, forKey: .id)))
        case "m.sticker", "m.poll.start", "org.matrix.msc3381.poll.start":
            piece = .remark(SourceRemark(.messageNotText, at: try fields.decode(String.self, forKey: .id)))
        default: piece = nil
        }
    }

    private static func message(_ content: SourceMessage.Content, _ fields: KeyedDecodingContainer<Key>)
        throws
        -> SourceMessage
    {
        SourceMessage(
            id: try fields.decode(String.self, forKey: .id),
            room: try fields.decodeIfPresent(String.self, forKey: .room),
            sender: try fields.decode(String.self, forKey: .sender),
            sentAt: Date(timeIntervalSince1970: try fields.decode(Double.self, forKey: .sentAt) / 1000),
            content: content
        )
    }
}
