/// What a listener hands over.
enum WebSocketArrival: Sendable {
    /// A handshake whose verdict is waited for, and the number of its connection.
    case question(WebSocketHandshake, number: Int)
    case connection(WebSocketConnection)
}
