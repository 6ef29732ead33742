package import MatrixTypes

/// Somebody with an account on the embedded homeserver.
package struct Person: Hashable, Sendable {
    package let userID: UserID
    package let displayName: String
    /// What they prove with who they are. It holds until it is refused on purpose.
    package let accessToken: String
}
