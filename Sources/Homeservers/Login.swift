package import BotCore
internal import Foundation
package import MatrixTypes
package import Networking

/// What `rapporteur login`, `logout` and `check-config` ask a homeserver, before there is a bot.
package struct Login: Sendable {
    let client: HTTPClient
    let clock: BotClock

    package init(client: HTTPClient, clock: BotClock) {
        self.client = client
        self.clock = clock
    }

    private struct Flows: Decodable {
        struct Flow: Decodable { let type: String }
        let flows: [Flow]
    }

    private struct Account: Decodable {
        let user_id: UserID
        let device_id: String?
    }

    /// The ways to log in that the homeserver offers.
    ///
    /// - Throws: ``Problem``.
    package func flows(at homeserver: FoundHomeserver) async throws -> [String] {
        try await ask(homeserver) { caller in
            try await caller.value(Flows.self, of: .loginFlows, token: nil).flows.map(\.type)
        }
    }

    /// Logs in with a password; the device is called Rapporteur, and its token is renewed where the homeserver does so.
    ///
    /// - Parameters:
    ///   - account: The whole user id, or the name before its colon.
    ///   - deviceID: The device of a former login, which goes on; nil for a new one.
    /// - Throws: ``Problem``.
    package func logIn(
        at homeserver: FoundHomeserver,
        as account: String,
        password: String,
        deviceID: String?
    ) async throws -> StoredSession {
        let offered = try await flows(at: homeserver)
        guard offered.contains("m.login.password") else {
            throw Problem.passwordNotOffered(base: homeserver.base, offered: offered)
        }
        let request = LoginRequest(account: UserID(account), password: password, deviceID: deviceID)
        do {
            let caller = ClientCaller(client: client, base: homeserver.base)
            let grant = try await caller.value(TokenGrant.self, of: .login(request.json), token: nil)
            var session = StoredSession(accessToken: "").renewed(by: grant, at: clock.now())
            session.homeserver = homeserver.base
            return session
        } catch APIFailure.refused(let status, let refusal, _) where status == 403 || status == 401 {
            throw Problem.loginRefused(reason: "\(refusal)")
        } catch let failure as APIFailure {
            throw Problem(failure, at: homeserver.base)
        }
    }

    /// Takes a token that was got elsewhere, once it is known whose it is.
    ///
    /// - Throws: ``Problem``.
    package func adopt(_ token: String, at homeserver: FoundHomeserver) async throws -> StoredSession {
        let token = token.trimmingCharacters(in: .whitespacesAndNewlines)
        guard StoredSession.isToken(token) else { throw Problem.tokenRefused(reason: "it is no single word") }
        let account = try await account(of: token, at: homeserver)
        var session = StoredSession(accessToken: token)
        session.userID = account.user_id
        session.deviceID = account.device_id
        session.homeserver = homeserver.base
        return session
    }

    /// What became of a token that was to be revoked.
    package enum Revocation: Hashable, Sendable {
        case revoked
        /// The homeserver did not know it any more.
        case wasInvalid
    }

    /// Ends a login: its tokens are good for nothing from then on. One that has run out is renewed first, since
    /// whoever else has the file could do so too.
    ///
    /// - Throws: ``Problem``.
    package func logOut(_ session: StoredSession, at homeserver: FoundHomeserver) async throws -> Revocation {
        try await ask(homeserver) { caller in
            do {
                _ = try await caller.answer(to: .logout, token: session.accessToken)
                return .revoked
            } catch let failure as APIFailure {
                guard failure.tokenRefusal != nil else { throw failure }
                guard let refreshToken = session.refreshToken else { return .wasInvalid }
                return try await revoke(refreshToken, caller)
            }
        }
    }

    private func revoke(_ refreshToken: String, _ caller: ClientCaller) async throws -> Revocation {
        do {
            let body = Array(try JSONEncoder().encode(["refresh_token": refreshToken]))
            let grant = try await caller.value(TokenGrant.self, of: .refresh(body), token: nil)
            _ = try await caller.answer(to: .logout, token: grant.access_token)
            return .revoked
        } catch APIFailure.refused(400..<429, _, _) {
            return .wasInvalid
        }
    }

    /// Whether the token can be used, and whose it is. A token that has ended is renewed, as the bot would do.
    ///
    /// - Throws: ``Problem``, ``SecretFile/ReadError``, or a `ConnectionFailure`.
    package func probe(_ source: TokenSource, as account: UserID, at homeserver: FoundHomeserver) async throws
        -> Probe
    {
        let session = try source.read()
        let caller = ClientCaller(client: client, base: homeserver.base)
        let credentials = Credentials(source: source, account: account, caller: caller, clock: clock)
        let api = ClientAPI(account: account, caller: caller, credentials: credentials)
        do {
            let found = try await api.value(Account.self, of: .whoami)
            return Probe(
                versions: homeserver.versions,
                account: found.user_id,
                deviceID: found.device_id,
                isExpected: found.user_id == account,
                isRenewable: session.refreshToken != nil
            )
        } catch let failure as APIFailure {
            throw Problem(failure, at: homeserver.base)
        }
    }

    private func account(of token: String, at homeserver: FoundHomeserver) async throws -> Account {
        do {
            let caller = ClientCaller(client: client, base: homeserver.base)
            return try await caller.value(Account.self, of: .whoami, token: token)
        } catch let failure as APIFailure {
            guard let refusal = failure.tokenRefusal else { throw Problem(failure, at: homeserver.base) }
            throw Problem.tokenRefused(reason: "\(refusal)")
        }
    }

    private func ask<Value>(
        _ homeserver: FoundHomeserver,
        _ body: (ClientCaller) async throws -> Value
    ) async throws -> Value {
        do {
            return try await body(ClientCaller(client: client, base: homeserver.base))
        } catch let failure as APIFailure {
            throw Problem(failure, at: homeserver.base)
        }
    }
}

/// What a homeserver says to a token.
package struct Probe: Hashable, Sendable {
    /// Those of the specification that it claims; a Synapse serves later features too.
    package let versions: [String]
    package let account: UserID
    package let deviceID: String?
    /// Whether the account is the one of the configuration.
    package let isExpected: Bool
    /// Whether the token file holds what renews the token.
    package let isRenewable: Bool
}
