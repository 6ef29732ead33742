/// A listening socket as the service thread sees it. What changes is touched by that thread only.
///
/// Unchecked, because it is made by the task that listens and then handed over for good.
final class WebSocketAcceptor: @unchecked Sendable {
    /// A few sockets more than connections, so that a handshake beyond the limit can be answered.
    private static let spareSockets = 32

    let number: Int
    let listener: WebSocketListener
    /// Decides at once; nil where the decision is asked for, and waited for.
    let authorise: (@Sendable (WebSocketHandshake) -> WebSocketVerdict)?
    let arrived: AsyncStream<WebSocketArrival>.Continuation
    var socket: OpaquePointer?
    /// With its own certificate, or that of all plain ones.
    var vhost: OpaquePointer?
    var isStopping = false
    /// All sockets that were accepted, and the open connections among them.
    var socketCount = 0
    var openCount = 0

    init(
        number: Int,
        listener: WebSocketListener,
        authorise: (@Sendable (WebSocketHandshake) -> WebSocketVerdict)?,
        arrived: AsyncStream<WebSocketArrival>.Continuation
    ) {
        self.number = number
        self.listener = listener
        self.authorise = authorise
        self.arrived = arrived
    }

    var hasRoomForSocket: Bool {
        socketCount < listener.maximumConnections + Self.spareSockets
    }

    var hasRoomForConnection: Bool {
        openCount < listener.maximumConnections
    }
}
