internal import BotCore
internal import BotStore
internal import Foundation
internal import MatrixTypes

extension ClientAPI {
    private struct Sent: Decodable { let event_id: EventID }

    /// Sends a row of the outbox.
    ///
    /// - Throws: ``ConnectionFailure`` where there is no token, or `CancellationError`.
    func send(_ entry: OutboxEntry) async throws -> SendResult {
        do {
            return try await send(OutgoingCall(entry.body), of: entry)
        } catch let error as OutgoingEvent.ContentError {
            return .refused(reason: "\(error)")
        }
    }

    /// - Throws: as ``send(_:)``.
    func send(_ call: OutgoingCall, of entry: OutboxEntry) async throws -> SendResult {
        do {
            switch call {
            case .send(let event):
                return .sent(try await sent(.send(event, name: entry.name, to: entry.room)))
            case .state(let event, let key):
                return .sent(try await sent(.setState(event, key: key, in: entry.room)))
            case .redact(let target):
                return .sent(try await sent(.redact(target, name: entry.name, in: entry.room)))
            case .join(let via):
                _ = try await answer(to: .join(entry.room, via: via))
            case .leave:
                _ = try await answer(to: .leave(entry.room))
            }
            return .sent(nil)
        } catch let failure as APIFailure {
            return failure.sendResult
        }
    }

    private func sent(_ call: ClientCall) async throws -> EventID {
        try await value(Sent.self, of: call).event_id
    }

    /// Tried once: a sign that is lost is lost.
    func show(_ sign: PassingSign, in room: RoomID) async {
        switch sign {
        case .read(let event): _ = try? await answer(to: .receipt(event, in: room))
        case .typing(let isTyping): _ = try? await answer(to: .typing(isTyping, as: account, in: room))
        }
    }
}
