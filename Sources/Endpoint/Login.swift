internal import MatrixTypes

/// A device that somebody is logged in with.
struct Login: Hashable, Sendable {
    let user: UserID
    let deviceID: String
    /// In milliseconds since 1970; nil where it holds until it is taken back.
    var expiresAt: Int64?
    /// What the tokens of this login replace; that holds until they are used for the first time, because
    /// the answer that told of them may be lost.
    var replaces: ReplacedTokens?

    struct ReplacedTokens: Hashable, Sendable {
        let refreshToken: String
        let accessToken: String
    }

    /// What is handed out to a device.
    struct Tokens: Hashable, Sendable {
        let accessToken: String
        let refreshToken: String?
        let lifetimeMilliseconds: Int64?
    }
}
