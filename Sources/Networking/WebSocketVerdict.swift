/// Whether a handshake may become a connection.
package enum WebSocketVerdict: Sendable {
    /// `context` travels with the connection: who it is, for instance.
    case accept(context: String)
    /// An HTTP answer, before the upgrade.
    case reject(status: Int, json: String)
}
