internal import MatrixTypes
internal import Networking

/// The stream of a homeserver in memory.
struct EmbeddedBackend: StreamBackend {
    let homeserver: EmbeddedHomeserver
    /// An update is sent at least this often, an empty one if need be.
    let quietLimit: Duration

    func session(for handshake: WebSocketHandshake) throws -> EmbeddedSession {
        let header = BearerToken.token(in: handshake.header("Authorization"))
        let user = try homeserver.user(presenting: header ?? handshake.parameter("access_token"))
        return EmbeddedSession(
            homeserver: homeserver,
            user: user,
            since: try homeserver.position(handshake.parameter("since")),
            filter: try homeserver.filter(handshake.parameter("filter"), of: user),
            quietLimit: quietLimit
        )
    }
}
