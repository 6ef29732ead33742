package import MatrixTypes
internal import Networking

// Logging in and out.
extension EmbeddedHomeserver {
    /// Lets somebody log in with a password.
    package func setPassword(_ password: String, of user: UserID) {
        state.use { $0.passwords[user] = password }
    }

    /// How long tokens hold that are handed out from now on with a refresh token; nil for ever.
    package func setTokenLifetime(_ lifetime: Duration?) {
        state.use { $0.tokenLifetimeMilliseconds = lifetime.map { Int64($0 / .milliseconds(1)) } }
    }

    /// Ends somebody's tokens softly: they are asked to refresh them, or to log in again with the same device.
    package func expireTokens(of user: UserID) {
        state.use { state in
            for (token, login) in state.logins where login.user == user { state.logins[token]?.expiresAt = 0 }
        }
    }

    /// Ends somebody's tokens for good, those for refreshing too.
    package func revokeTokens(of user: UserID) {
        state.use { state in
            state.logins = state.logins.filter { $0.value.user != user }
            state.refreshable = state.refreshable.filter { state.logins[$0.value] != nil }
        }
    }

    /// Logs somebody in. The tokens that their device had before hold no more.
    ///
    /// - Throws: `M_FORBIDDEN` for a wrong password.
    func logIn(
        _ user: UserID,
        password: String,
        deviceID: String?,
        wantsRefreshToken: Bool
    ) throws(StreamMessage.Refusal) -> (Login, Login.Tokens) {
        let now = milliseconds
        return try state.use { state throws(StreamMessage.Refusal) in
            guard let known = state.passwords[user], known == password else {
                throw .forbidden("Invalid username or password")
            }
            let login = Login(user: user, deviceID: deviceID ?? .opaque(length: 10))
            state.logOut { $0.user == user && $0.deviceID == login.deviceID }
            return (login, state.handOut(login, refreshable: wantsRefreshToken, at: now))
        }
    }

    /// New tokens for a device. The old ones hold until the new ones are used.
    ///
    /// - Throws: `M_UNKNOWN_TOKEN`, for good.
    func refresh(_ refreshToken: String) throws(StreamMessage.Refusal) -> Login.Tokens {
        let now = milliseconds
        return try state.use { state throws(StreamMessage.Refusal) in
            guard let accessToken = state.refreshable[refreshToken], var login = state.logins[accessToken]
            else {
                throw StreamMessage.Refusal(
                    errcode: "M_UNKNOWN_TOKEN",
                    error: "This refresh token is not known.",
                    softLogout: false
                )
            }
            login.expiresAt = nil
            login.replaces = Login.ReplacedTokens(refreshToken: refreshToken, accessToken: accessToken)
            return state.handOut(login, refreshable: true, at: now)
        }
    }

    /// Ends the device of a token, or with `everywhere` all of its owner's.
    func logOut(_ token: String?, everywhere: Bool) throws(StreamMessage.Refusal) {
        let user = try user(presenting: token)
        state.use { state in
            let device = token.flatMap { state.logins[$0] }?.deviceID
            state.logOut { $0.user == user && (everywhere || $0.deviceID == device) }
        }
    }

    /// The device that a token belongs to.
    func device(of token: String?) -> String? {
        state.use { state in token.flatMap { state.logins[$0] }?.deviceID }
    }
}

extension HomeserverState {
    fileprivate mutating func handOut(_ login: Login, refreshable isRefreshable: Bool, at now: Int64)
        -> Login.Tokens
    {
        var login = login
        let lifetime = isRefreshable ? tokenLifetimeMilliseconds : nil
        login.expiresAt = lifetime.map { now + $0 }
        let tokens = Login.Tokens(
            accessToken: .opaque(length: 32),
            refreshToken: isRefreshable ? .opaque(length: 32) : nil,
            lifetimeMilliseconds: lifetime
        )
        logins[tokens.accessToken] = login
        if let refreshToken = tokens.refreshToken { refreshable[refreshToken] = tokens.accessToken }
        return tokens
    }

    fileprivate mutating func logOut(where isEnding: (Login) -> Bool) {
        logins = logins.filter { !isEnding($0.value) }
        refreshable = refreshable.filter { logins[$0.value] != nil }
    }

    /// A token is used: what it replaces is gone now.
    mutating func settle(_ token: String) {
        guard let replaced = logins[token]?.replaces else { return }
        logins[token]?.replaces = nil
        refreshable[replaced.refreshToken] = nil
        logins[replaced.accessToken] = nil
    }
}
