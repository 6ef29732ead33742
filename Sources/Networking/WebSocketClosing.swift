/// How we mean to close.
struct WebSocketClosing: Hashable, Sendable {
    let code: Int
    let reason: String
    /// Whether what was accepted for sending leaves first.
    let flushesFirst: Bool
}
