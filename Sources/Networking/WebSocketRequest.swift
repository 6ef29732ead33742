/// Where to connect, and what to expect there.
package struct WebSocketRequest: Sendable {
    /// `ws://` or `wss://`; at most 2,000 bytes from the path on.
    package let url: String
    /// Sent with the handshake, in this order.
    package let headers: [(name: String, value: String)]
    /// The one subprotocol offered. A server that upgrades without choosing it is refused.
    package let subprotocol: String?
    /// A PEM file with the only authorities that are trusted; `nil` trusts those of the system.
    /// It is read when it is first used, once in the life of the service.
    package let caFile: String?
    /// A longer message closes the connection with 1009.
    package let maximumMessageBytes: Int
    /// From the name resolution to the end of the handshake.
    package let connectTimeout: Duration
    package let pingInterval: Duration
    /// A server that neither answers pings nor says anything for so long is given up.
    package let silenceLimit: Duration
    /// How much may wait to be sent, and how much may wait to be read, before the other side has to wait.
    package let maximumBufferedBytes: Int

    /// Pings and silence are by default those that the Matrix draft names for a client.
    package init(
        url: String,
        headers: [(name: String, value: String)],
        subprotocol: String?,
        caFile: String?,
        maximumMessageBytes: Int,
        connectTimeout: Duration,
        pingInterval: Duration = .seconds(10),
        silenceLimit: Duration = .seconds(30),
        maximumBufferedBytes: Int = 1 << 20
    ) {
        self.url = url
        self.headers = headers
        self.subprotocol = subprotocol
        self.caFile = caFile
        self.maximumMessageBytes = maximumMessageBytes
        self.connectTimeout = connectTimeout
        self.pingInterval = pingInterval
        self.silenceLimit = silenceLimit
        self.maximumBufferedBytes = maximumBufferedBytes
    }

    /// - Throws: ``WebSocketError/invalidHeader(name:)`` for a header that would end the line, or the request.
    func checkHeaders() throws(WebSocketError) {
        let offered = subprotocol.map { [(name: "Sec-WebSocket-Protocol", value: $0)] } ?? []
        for header in headers + offered {
            let isNameSound =
                !header.name.isEmpty && header.name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 58 }
            guard isNameSound, header.value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
                throw .invalidHeader(name: header.name)
            }
        }
    }
}
