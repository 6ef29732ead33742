/// A connection as the service thread sees it. Only that thread touches it.
final class WebSocketPeer {
    enum Phase {
        /// Until the upgrade; on the client's side the task that connects keeps the time.
        case handshaking
        case open
        /// We have said that we close, or heard that the other side does. The timer now ends it by force.
        case closing
    }

    let channel: WebSocketChannel
    let maximumMessageBytes: Int
    let pingInterval: Duration
    let silenceLimit: Duration
    /// The client's side until the upgrade.
    var opening: WebSocketOpening?
    /// The server's side.
    let acceptor: WebSocketAcceptor?
    var admission: WebSocketAdmission?
    /// The socket, while libwebsockets does not have it: until the verdict about the handshake.
    var descriptor: Int32?
    var seenBytes = 0
    var handshake: WebSocketHandshake?
    var verdict: WebSocketVerdict?
    var hasBeenOpen = false

    var socket: OpaquePointer?
    var phase = Phase.handshaking
    /// The beginning of a message whose end has not arrived.
    var partial: [UInt8] = []
    /// What the task asked for, or what the other side forced upon us; said at the next chance to write.
    var closing: WebSocketClosing?
    /// Why the connection ends, if not for what libwebsockets will say.
    var failure: WebSocketError?
    var isPaused = false
    var isPingDue = false
    var lastHeard = ContinuousClock.now
    var nextPing = ContinuousClock.now
    /// Taken from the channel, partly written.
    var sending: [[UInt8]] = []
    var sendingIndex = 0
    var sendingOffset = 0

    init(channel: WebSocketChannel, opening: WebSocketOpening) {
        self.channel = channel
        self.opening = opening
        self.acceptor = nil
        self.maximumMessageBytes = opening.request.maximumMessageBytes
        self.pingInterval = opening.request.pingInterval
        self.silenceLimit = opening.request.silenceLimit
    }

    init(channel: WebSocketChannel, acceptor: WebSocketAcceptor) {
        self.channel = channel
        self.acceptor = acceptor
        self.maximumMessageBytes = acceptor.listener.maximumMessageBytes
        self.pingInterval = acceptor.listener.pingInterval
        self.silenceLimit = acceptor.listener.silenceLimit
    }

    /// The first failure is the reason; what follows from it is not.
    func fail(_ error: WebSocketError) {
        if failure == nil { failure = error }
    }
}
