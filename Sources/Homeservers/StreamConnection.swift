internal import BotCore
internal import BotStore
internal import Foundation
internal import MatrixTypes

/// One connection to an endpoint, as the bot sees it: the stream for what it can do, the client API for the rest.
struct StreamConnection: HomeserverConnection {
    let conversation: StreamConversation
    let api: ClientAPI

    func nextBatches() async throws -> [SyncBatch] {
        try await conversation.nextBatches()
    }

    func send(_ entry: OutboxEntry) async throws -> SendResult {
        let call: OutgoingCall
        do {
            call = try OutgoingCall(entry.body)
        } catch let error as OutgoingEvent.ContentError {
            return .refused(reason: "\(error)")
        }
        switch call {
        case .send(let event):
            return try await conversation.ask(.send(event, name: entry.name, to: entry.room))
        case .state(let event, let key):
            return try await conversation.ask(.state(event, key: key, name: entry.name, in: entry.room))
        case .redact, .join, .leave:
            return try await api.send(call, of: entry)
        }
    }

    func show(_ sign: PassingSign, in room: RoomID) async {
        await conversation.tell(.sign(sign, in: room))
    }
}
