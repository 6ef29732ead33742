/// What the service thread needs until a client connection is open.
final class WebSocketOpening {
    let request: WebSocketRequest
    let address: WebSocketAddress
    /// Numeric addresses still to be tried.
    var candidates: [String] = []
    var current: String?
    /// After a mishap inside libwebsockets that says nothing about the server.
    var repetitions = 0
    /// A server answered: another address would not do better.
    var hasReachedServer = false
    /// Of an HTTP answer that is no upgrade.
    var refusalBody: [UInt8] = []
    var refusalLength = 0

    init(request: WebSocketRequest, address: WebSocketAddress) {
        self.request = request
        self.address = address
    }
}
