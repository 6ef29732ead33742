package import Networking

/// Offers the WebSocket of the Matrix draft, `m.json`, before a homeserver that knows only HTTP.
///
/// It keeps nothing: a client brings its token, its filter and its position, and takes them elsewhere when it
/// goes. All other calls it makes to the homeserver itself.
package struct Gateway: Sendable {
    let settings: GatewaySettings
    let client: HTTPClient
    let sockets: WebSocketService
    let report: @Sendable (StreamEvent) -> Void

    /// - Parameters:
    ///   - client: Makes the calls to the homeserver.
    ///   - report: Told of who comes and goes, from any task.
    package init(
        settings: GatewaySettings,
        client: HTTPClient,
        sockets: WebSocketService,
        report: @escaping @Sendable (StreamEvent) -> Void
    ) {
        self.settings = settings
        self.client = client
        self.sockets = sockets
        self.report = report
    }

    /// Serves until cancelled; then every connection is closed with 1001.
    ///
    /// - Parameters:
    ///   - port: 0 picks a free one.
    ///   - onListening: Told once, with the address `ws://HOST:PORT`.
    /// - Throws: `WebSocketError` where the port cannot be had.
    package func run(port: Int, onListening: @Sendable (String) -> Void) async throws {
        let calls = HomeserverCalls(homeserver: settings.homeserver, client: client, settings: settings)
        let server = StreamServer(
            backend: GatewayBackend(calls: calls, settings: settings, report: report),
            sockets: sockets,
            listener: listener(on: port),
            origins: settings.origins,
            report: report
        )
        try await server.run { port in
            onListening("ws://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host):\(port)")
        }
    }

    private func listener(on port: Int) -> WebSocketListener {
        WebSocketListener(
            host: settings.host,
            port: port,
            subprotocols: [StreamAddress.subprotocol],
            maximumMessageBytes: settings.maximumRequestBytes,
            pingInterval: settings.pingInterval,
            silenceLimit: settings.silenceLimit,
            handshakeTimeout: settings.handshakeTimeout,
            maximumConnections: settings.maximumClients,
            // A long update goes alone; of requests no more than this waits for each client.
            maximumBufferedBytes: settings.maximumRequestBytes
        )
    }
}
