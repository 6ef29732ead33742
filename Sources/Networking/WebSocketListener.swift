/// Where to listen, and how much a stranger may ask for.
package struct WebSocketListener: Sendable {
    /// An address or a name of this machine.
    package let host: String
    /// 0 picks a free one.
    package let port: Int
    /// PEM files; both or none. With them the listener speaks only TLS.
    package let certificateFile: String?
    package let keyFile: String?
    /// Chosen from in the order of the client. A client that offers others only is refused; one that offers none is not.
    package let subprotocols: [String]
    /// A longer message closes the connection with 1009.
    package let maximumMessageBytes: Int
    package let pingInterval: Duration
    /// A client that neither answers pings nor says anything for so long is given up.
    package let silenceLimit: Duration
    /// From the accepted connection to the end of the handshake, TLS included.
    package let handshakeTimeout: Duration
    /// Beyond them a handshake is answered 503.
    package let maximumConnections: Int
    /// How much may wait to be sent, and how much may wait to be read, before the other side has to wait.
    package let maximumBufferedBytes: Int

    package init(
        host: String,
        port: Int,
        certificateFile: String? = nil,
        keyFile: String? = nil,
        subprotocols: [String],
        maximumMessageBytes: Int,
        pingInterval: Duration = .seconds(54),
        silenceLimit: Duration = .seconds(120),
        handshakeTimeout: Duration,
        maximumConnections: Int,
        maximumBufferedBytes: Int
    ) {
        self.host = host
        self.port = port
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.subprotocols = subprotocols
        self.maximumMessageBytes = maximumMessageBytes
        self.pingInterval = pingInterval
        self.silenceLimit = silenceLimit
        self.handshakeTimeout = handshakeTimeout
        self.maximumConnections = maximumConnections
        self.maximumBufferedBytes = maximumBufferedBytes
    }
}
