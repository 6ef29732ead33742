internal import BotStore
internal import Foundation
internal import MatrixTypes

/// An event as it leaves: its type and its content as JSON.
struct OutgoingEvent: Hashable, Sendable {
    let type: String
    let content: [UInt8]

    /// A whole event may have 65,536 bytes, and a homeserver adds names, signatures and hashes to what we send.
    static let maximumContentBytes = 40_000

    /// Why a content is not sent.
    enum ContentError: Error, Hashable, CustomStringConvertible {
        case tooLarge(bytes: Int)
        case unresolved

        var description: String {
            switch self {
            case .tooLarge(let bytes):
                "Its content has \(bytes) bytes; it may have \(OutgoingEvent.maximumContentBytes) at most."
            case .unresolved:
                "Its target was not looked up."
            }
        }
    }

    /// - Throws: ``ContentError``.
    init(type: String, content: [UInt8]) throws {
        guard content.count <= Self.maximumContentBytes else {
            throw ContentError.tooLarge(bytes: content.count)
        }
        self.type = type
        self.content = content
    }

    /// - Throws: ``ContentError``.
    init(_ message: MessageContent) throws {
        try self.init(type: "m.room.message", content: try Self.encoded(message))
    }

    /// New words for a message.
    init(replacing target: EventID, with message: MessageContent) throws {
        var content = message
        content.relation = .replacement(of: target)
        content.replacement = message.text
        content.text = MessageText(msgtype: message.text.msgtype, body: "* \(message.text.body)")
        try self.init(content)
    }

    init(reactingTo target: EventID, with key: String) throws {
        let reaction = Reaction(relation: .annotation(of: target, key: key))
        try self.init(type: "m.reaction", content: try Self.encoded(reaction))
    }

    private struct Reaction: Codable {
        let relation: Relation
        enum CodingKeys: String, CodingKey { case relation = "m.relates_to" }
    }

    private static func encoded(_ content: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return Array(try encoder.encode(content))
    }
}
