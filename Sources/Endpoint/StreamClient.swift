internal import Networking

/// The client at the other end of a stream, as its updates see it.
struct StreamClient: Sendable {
    let connection: WebSocketConnection
    /// Finished when the first update is on its way: until then nothing else may be said.
    let begun: AsyncStream<Void>.Continuation

    /// Sends an update. Returns when there is room for another.
    func take(_ update: [UInt8]) async throws {
        try await connection.send([update])
        begun.finish()
    }

    /// Returns when all that was sent has gone out.
    func takesMore() async throws {
        try await connection.flush()
    }
}
