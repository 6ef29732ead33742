internal import MatrixTypes
internal import Networking

/// Lets clients follow the homeserver over the WebSocket of the Matrix draft, `m.json`.
struct StreamServer: Sendable {
    static let path = "/_matrix/client/unstable/stream"

    let homeserver: EmbeddedHomeserver
    let sockets: WebSocketService
    /// The pages that may open a connection. What is no browser names none, and is let in by its token.
    let origins: Set<String>
    let quietLimit: Duration

    /// Serves until cancelled.
    func run(port: Int, onListening: @Sendable (Int) -> Void) async throws {
        let listener = WebSocketListener(
            host: "127.0.0.1",
            port: port,
            subprotocols: ["m.json"],
            // Room for a request whose content is too large, so that it can be told so.
            maximumMessageBytes: 4 * EmbeddedHomeserver.maximumContentBytes,
            handshakeTimeout: .seconds(10),
            maximumConnections: 256,
            maximumBufferedBytes: 1 << 20
        )
        try await sockets.listen(
            listener,
            onListening: onListening,
            authorise: verdict(on:),
            serve: serve(_:)
        )
    }

    /// Who may come in; decided before the upgrade, so that a refusal is an HTTP answer.
    func verdict(on handshake: WebSocketHandshake) -> WebSocketVerdict {
        do {
            return .accept(context: try user(of: handshake).rawValue)
        } catch {
            return .reject(status: error.status, json: String(decoding: error.json.bytes, as: UTF8.self))
        }
    }

    private func user(of handshake: WebSocketHandshake) throws(StreamMessage.Refusal) -> UserID {
        guard handshake.path == Self.path else {
            throw StreamMessage.Refusal(errcode: "M_UNRECOGNIZED", error: "The stream is at \(Self.path).")
        }
        if let origin = handshake.header("Origin"), !origins.contains(origin) {
            throw .forbidden("Pages of \(origin) may not connect here.")
        }
        let header = BearerToken.token(in: handshake.header("Authorization"))
        let user = try homeserver.user(presenting: header ?? handshake.parameter("access_token"))
        _ = try homeserver.position(handshake.parameter("since"))
        return user
    }

    private func serve(_ connection: WebSocketConnection) async {
        let since = try? homeserver.position(connection.handshake?.parameter("since"))
        let session = StreamSession(
            homeserver: homeserver,
            connection: connection,
            user: UserID(connection.context),
            since: since ?? nil,
            quietLimit: quietLimit
        )
        do {
            try await session.run()
        } catch {
            // The client is gone, or the server stops: there is nobody left to tell.
        }
    }
}
