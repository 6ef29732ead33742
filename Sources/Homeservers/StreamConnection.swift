internal import BotCore
internal import BotStore
internal import Foundation
internal import MatrixTypes
internal import PluginAPI

/// One connection to an endpoint, as the bot sees it.
struct StreamConnection: HomeserverConnection {
    let conversation: StreamConversation
    let api: ClientAPI

    private struct SendParameters<Content: Codable & Sendable>: Codable, Sendable {
        let room_id: RoomID
        let event_type: String
        let content: Content
    }

    private struct Reaction: Codable {
        let relation: Relation
        enum CodingKeys: String, CodingKey { case relation = "m.relates_to" }
    }

    func nextBatches() async throws -> [SyncBatch] {
        try await conversation.nextBatches()
    }

    func send(_ entry: OutboxEntry) async throws -> SendResult {
        switch entry.body {
        case .message(let content):
            return try await send(content, type: "m.room.message", entry)
        case .edit(.event(let target), var content):
            content.relation = .replacement(of: target)
            content.replacement = content.text
            content.text = MessageText(msgtype: content.text.msgtype, body: "* \(content.text.body)")
            return try await send(content, type: "m.room.message", entry)
        case .reaction(.event(let target), let key):
            return try await send(
                Reaction(relation: .annotation(of: target, key: key)),
                type: "m.reaction",
                entry
            )
        case .redaction(.event(let target)):
            return try await call {
                .sent(try await api.redact(target, in: entry.room, transaction: entry.name))
            }
        case .join(let via):
            return try await call {
                try await api.join(entry.room, via: via)
                return .sent(nil)
            }
        case .leave:
            return try await call {
                try await api.leave(entry.room)
                return .sent(nil)
            }
        case .state(let type, let key, let content):
            return try await call {
                .sent(try await api.setState(type, key: key, content: content, in: entry.room))
            }
        case .edit(.sent, _), .reaction(.sent, _), .redaction(.sent):
            return .refused(reason: "its target was not looked up")
        }
    }

    func show(_ sign: PassingSign, in room: RoomID) async {
        try? await api.show(sign, in: room)  // a sign that is lost is lost
    }

    private func send(_ content: some Codable & Sendable, type: String, _ entry: OutboxEntry) async throws
        -> SendResult
    {
        let parameters = SendParameters(room_id: entry.room, event_type: type, content: content)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let request = StreamRequest(id: entry.name, method: "send", params: parameters)
        return try await conversation.ask(Array(try encoder.encode(request)), id: entry.name)
    }

    private func call(_ body: () async throws -> SendResult) async throws -> SendResult {
        do {
            return try await body()
        } catch let refusal as StreamMessage.Refusal {
            return refusal.sendResult
        } catch let failure as ConnectionFailure {
            return .later(after: nil, reason: "\(failure)")
        }
    }
}
