/// Why there is no connection, or no longer one.
package enum WebSocketError: Error, Hashable, CustomStringConvertible {
    case invalidURL(String)
    case invalidHeader(name: String)
    case cannotResolve(host: String, reason: String)
    case connectFailed(reason: String)
    /// The server answered the handshake with something other than an upgrade. The body is the beginning of
    /// what it said, and empty if it did not come with the headers.
    case refused(status: Int, body: String, retryAfter: String?)
    case subprotocolMismatch(found: String?, expected: String?)
    case tls(reason: String)
    case timedOut
    /// The code is `nil` where the connection was lost without a closing handshake.
    case closed(code: Int?, reason: String)
    case messageTooLarge(limit: Int)
    case binaryMessage
    case silent(after: Duration)
    case cannotListen(address: String, reason: String)
    case cannotStart
    case shutDown

    package var description: String {
        switch self {
        case .invalidURL(let url):
            "\"\(url)\" is not a WebSocket address; it must look like wss://host/path, at most 2,000 bytes of path."
        case .invalidHeader(let name):
            "The header \"\(name)\" has characters that a header must not have; remove them."
        case .cannotResolve(let host, let reason):
            "The name \(host) has no address: \(reason). Check the name and the network."
        case .connectFailed(let reason):
            "There is no connection to the server: \(reason)."
        case .refused(let status, let body, _):
            "The server refused the WebSocket with HTTP status \(status)\(body.isEmpty ? "." : ": \(body)")"
        case .subprotocolMismatch(let found, let expected):
            "The server chose \(Self.words(for: found)); expected \(Self.words(for: expected))."
        case .tls(let reason):
            "The server's certificate or TLS was not accepted: \(reason). Check the address and the CA file."
        default:
            lossDescription
        }
    }

    private var lossDescription: String {
        switch self {
        case .timedOut:
            "The server did not finish the handshake in time."
        case .closed(let code?, let reason):
            "The connection was closed with \(Self.words(forCode: code))\(reason.isEmpty ? "." : ": \(reason)")"
        case .closed(nil, let reason):
            "The connection was lost\(reason.isEmpty ? "." : ": \(reason)")"
        case .messageTooLarge(let limit):
            "The other side sent a message of more than \(limit) bytes, which is the limit."
        case .binaryMessage:
            "The other side sent a binary message; expected text."
        case .silent(let limit):
            "The other side was silent for \(limit), pings included."
        case .cannotListen(let address, let reason):
            "Cannot listen on \(address): \(reason). Choose another address or port."
        case .cannotStart:
            "The WebSocket service could not start; look for too many open files or too little memory."
        default:
            "The WebSocket service has been shut down."
        }
    }

    private static func words(for subprotocol: String?) -> String {
        subprotocol.map { "the subprotocol \"\($0)\"" } ?? "no subprotocol"
    }

    /// libwebsockets rewrites the codes 1012 to 1014 of a peer to 1002, so 1002 may mean a restart.
    private static func words(forCode code: Int) -> String {
        code == 1002 ? "1002 (or 1012 to 1014, which arrive as 1002)" : "\(code)"
    }
}
