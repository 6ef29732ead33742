/// An HTTP answer in place of an upgrade.
struct WebSocketRefusal: Sendable {
    let status: Int
    let json: String
    var headers = ""

    static let upgradeRequired = WebSocketRefusal(
        status: 426,
        words: "This address speaks WebSocket: send an Upgrade.",
        headers: "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    )
    static let methodNotAllowed = WebSocketRefusal(
        status: 405,
        words: "This address is read with GET.",
        headers: "Allow: GET\r\n"
    )
    static let malformed = WebSocketRefusal(status: 400, words: "This is not a whole WebSocket handshake.")
    static let full = WebSocketRefusal(
        status: 503,
        words: "There are too many connections; come back later.",
        headers: "Retry-After: 30\r\n"
    )

    static func noSubprotocol(expected: [String]) -> WebSocketRefusal {
        let names = expected.isEmpty ? "no subprotocol" : "one of: " + expected.joined(separator: ", ")
        return WebSocketRefusal(status: 400, words: "The subprotocol is not spoken here; offer \(names).")
    }

    init(status: Int, json: String, retryAfter: Int?) {
        self.status = status
        self.json = json
        headers = retryAfter.map { "Retry-After: \($0)\r\n" } ?? ""
    }

    private init(status: Int, words: String, headers: String = "") {
        self.status = status
        self.json = #"{"errcode":"M_UNRECOGNIZED","error":"\#(words)"}"#
        self.headers = headers
    }

    /// The whole answer. The connection ends with it.
    var response: String {
        "HTTP/1.1 \(status) \(Self.phrases[status] ?? "Refused")\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n"
            + "\(headers)Connection: close\r\n\r\n\(json)"
    }

    private static let phrases = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed",
        426: "Upgrade Required", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
        503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}
