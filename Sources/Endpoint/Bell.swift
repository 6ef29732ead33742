/// Wakes one reader when something happened; it holds at most one ring.
struct Bell: Sendable {
    let continuation: AsyncStream<Void>.Continuation
    /// Whether the reader is a connection, which a test may cut.
    let isConnection: Bool

    func ring() { continuation.yield() }
}
