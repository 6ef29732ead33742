package import BotCore
internal import Foundation
package import MatrixTypes

/// The bot's token, and the next one when it is refused.
///
/// An actor, because many calls may find at once that the token has ended, and it is renewed once for all.
package actor Credentials {
    private let source: TokenSource
    private let account: UserID
    private let caller: ClientCaller
    private let clock: BotClock

    private var session: StoredSession?
    private var isRenewing = false
    private var waiters: [CheckedContinuation<String, any Error>] = []

    /// So long before its end a token is renewed, so that nothing has to be refused first.
    private static let margin = Duration.seconds(30)

    package init(source: TokenSource, account: UserID, caller: ClientCaller, clock: BotClock) {
        self.source = source
        self.account = account
        self.caller = caller
        self.clock = clock
    }

    /// The token as the file has it now, for a new connection: the operator may have put another there.
    ///
    /// - Throws: ``SecretFile/ReadError``, or as ``renew(after:isSoftLogout:)``.
    func reread() async throws -> String {
        if !isRenewing { session = try source.read() }
        return try await current()
    }

    /// The token to use now.
    ///
    /// - Throws: ``SecretFile/ReadError``, or as ``renew(after:isSoftLogout:)``.
    func current() async throws -> String {
        let session = try session ?? source.read()
        self.session = session
        guard session.refreshToken != nil, session.expires(within: Self.margin, of: clock.now()) else {
            return session.accessToken
        }
        do {
            return try await renew(after: session.accessToken, isSoftLogout: false)
        } catch {
            // The token may still do; where it has ended, the homeserver says so.
            guard !session.expires(within: .zero, of: clock.now()) else { throw error }
            return session.accessToken
        }
    }

    /// A token in the place of one that was refused. Whoever asks while it is being had waits for the same one.
    ///
    /// - Parameter isSoftLogout: Whether the homeserver keeps the device, and only wants the password again.
    /// - Throws: ``ConnectionFailure/tokenRefused(reason:)`` where only a person can help, ``SecretFile/WriteError``,
    ///   or another ``ConnectionFailure`` where the homeserver cannot be asked now.
    func renew(after refused: String, isSoftLogout: Bool) async throws -> String {
        if let session, session.accessToken != refused { return session.accessToken }
        if isRenewing { return try await withCheckedThrowingContinuation { waiters.append($0) } }
        isRenewing = true
        let result: Result<String, any Error>
        do {
            result = .success(try await renewed(after: refused, isSoftLogout: isSoftLogout))
        } catch {
            result = .failure(error)
        }
        isRenewing = false
        let others = waiters
        waiters = []
        for waiter in others { waiter.resume(with: result) }
        return try result.get()
    }

    private func renewed(after refused: String, isSoftLogout: Bool) async throws -> String {
        let found = try source.read()
        session = found
        // The operator, or another process of ours, has written a token meanwhile.
        if found.accessToken != refused { return found.accessToken }
        var softly = isSoftLogout
        var reason = "the token has ended"
        if let refreshToken = found.refreshToken {
            do {
                return try keep(try await refreshed(found, with: refreshToken))
            } catch let failure as APIFailure {
                guard let refusal = failure.finalRefusal else {
                    throw failure.connectionFailure("a new token")
                }
                softly = softly || refusal.soft_logout == true
                reason = "the refresh token is refused too: \(refusal)"
            }
        }
        guard softly else { throw refusal(reason) }
        return try keep(try await loggedIn(found))
    }

    /// Synapse lets the old refresh token go only when the new token, or the new refresh token, is first used. So an
    /// answer that is lost, or that we die before we have written, loses nothing: the old one is tried again.
    private func refreshed(_ session: StoredSession, with refreshToken: String) async throws -> StoredSession
    {
        let body = Array(try JSONEncoder().encode(["refresh_token": refreshToken]))
        let grant = try await caller.value(TokenGrant.self, of: .refresh(body), token: nil)
        return session.renewed(by: grant, at: clock.now())
    }

    /// Logs in again, as the same device: by it, and by the row's name, the homeserver knows a message that it has.
    private func loggedIn(_ session: StoredSession) async throws -> StoredSession {
        guard case .file(_, let passwordFile?) = source else {
            throw refusal("the homeserver wants the password again, and homeserver.password_file is not set")
        }
        let password = try SecretFile(path: passwordFile, holds: .password).read()
        let request = LoginRequest(account: account, password: password, deviceID: session.deviceID)
        do {
            let grant = try await caller.value(TokenGrant.self, of: .login(request.json), token: nil)
            return session.renewed(by: grant, at: clock.now())
        } catch let failure as APIFailure {
            guard let refusal = failure.finalRefusal else { throw failure.connectionFailure("a new token") }
            throw self.refusal("the password is refused too: \(refusal)")
        }
    }

    /// On the disk before its first use: with that the old one ends.
    private func keep(_ session: StoredSession) throws -> String {
        if case .file(let path, _) = source { try session.write(to: path) }
        self.session = session
        return session.accessToken
    }

    private func refusal(_ reason: String) -> ConnectionFailure {
        var command = "rapporteur login --homeserver \(caller.base) --user-id \(account)"
        if case .file(let path, _) = source { command += " --token-file \(path)" }
        return .tokenRefused(reason: "\(reason); to log in again, type: \(command)")
    }
}

extension APIFailure {
    /// A refusal that no waiting changes.
    fileprivate var finalRefusal: StreamMessage.Refusal? {
        guard case .refused(400..<500, let refusal, _) = self, !isTooManyRequests else { return nil }
        return refusal
    }
}
