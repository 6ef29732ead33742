/// What was agreed upon before the upgrade, for the connection after it.
struct WebSocketAdmission: Sendable {
    let handshake: WebSocketHandshake
    let context: String
    let attachment: (any Sendable)?
    let subprotocol: String?
}
