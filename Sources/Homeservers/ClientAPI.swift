internal import BotCore
internal import BotStore
internal import Foundation
package import MatrixTypes
internal import Networking

/// A homeserver's client API as the bot's account uses it, the same for every transport.
package struct ClientAPI: Sendable {
    package let account: UserID
    let caller: ClientCaller
    let credentials: Credentials

    package init(account: UserID, caller: ClientCaller, credentials: Credentials) {
        self.account = account
        self.caller = caller
        self.credentials = credentials
    }

    /// The API at an address, with the tokens of one source.
    init(
        account: UserID,
        address: HomeserverAddress,
        token: TokenSource,
        client: HTTPClient,
        clock: BotClock
    ) {
        let caller = ClientCaller(client: client, base: address.api)
        self.init(
            account: account,
            caller: caller,
            credentials: Credentials(source: token, account: account, caller: caller, clock: clock)
        )
    }

    private struct Account: Decodable { let user_id: UserID }

    /// Whose token it is.
    ///
    /// - Throws: ``ConnectionFailure``.
    package func whoami() async throws -> UserID {
        do {
            return try await value(Account.self, of: .whoami).user_id
        } catch let failure as APIFailure {
            throw failure.connectionFailure("the token's account")
        }
    }

    /// A page of a room's past, forwards.
    ///
    /// - Throws: ``ConnectionFailure``; only ``ConnectionFailure/unavailable(what:reason:)`` is about this page.
    func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage {
        do {
            let body = try await answer(to: .history(of: room, from: from, to: to))
            guard let chunk = try? HistoryChunk(reading: body, room: room) else {
                throw APIFailure.unreadable(
                    expected: "a page of messages",
                    found: ClientCaller.kind(of: body)
                )
            }
            return HistoryPage(events: chunk.events, unreadable: chunk.unreadable, next: chunk.end)
        } catch let failure as APIFailure {
            throw failure.connectionFailure("messages")
        }
    }

    /// The body of a success. A token that has ended is renewed, once.
    ///
    /// - Throws: ``APIFailure``; ``ConnectionFailure`` where there is no token; or `CancellationError`.
    func answer(to call: ClientCall) async throws -> [UInt8] {
        let token = try await credentials.current()
        do {
            return try await caller.answer(to: call, token: token)
        } catch let failure as APIFailure {
            guard let refusal = failure.tokenRefusal else { throw failure }
            let isSoftLogout = refusal.soft_logout ?? false
            let next = try await credentials.renew(after: token, isSoftLogout: isSoftLogout)
            return try await answer(to: call, renewed: next)
        }
    }

    private func answer(to call: ClientCall, renewed token: String) async throws -> [UInt8] {
        do {
            return try await caller.answer(to: call, token: token)
        } catch let failure as APIFailure {
            guard let refusal = failure.tokenRefusal else { throw failure }
            throw ConnectionFailure.tokenRefused(reason: "\(refusal), though it is new")
        }
    }

    func value<Value: Decodable>(_ type: Value.Type, of call: ClientCall) async throws -> Value {
        let body = try await answer(to: call)
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw APIFailure.unreadable(
                expected: "a JSON object with \(call.what)",
                found: ClientCaller.kind(of: body)
            )
        }
    }
}
