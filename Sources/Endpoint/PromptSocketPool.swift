internal import FlyingFox
internal import FlyingSocks
internal import Glibc

/// The usual pool of sockets, whose small answers leave at once.
///
/// The server writes the head and the body of an answer one after the other; without this the body would wait
/// for the other side to acknowledge the head, 40 ms as a rule.
struct PromptSocketPool: AsyncSocketPool {
    private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // What listens hands it on to what it accepts.
        try socket.setValue(1, for: Int32SocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
