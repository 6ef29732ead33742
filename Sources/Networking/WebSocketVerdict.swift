/// Whether a handshake may become a connection.
package enum WebSocketVerdict: Sendable {
    /// `context` travels with the connection: who it is, for instance. So does `attachment`, which is let go with it.
    case accept(context: String, attachment: (any Sendable)? = nil)
    /// An HTTP answer, before the upgrade. `retryAfter` counts seconds.
    case reject(status: Int, json: String, retryAfter: Int? = nil)
}
