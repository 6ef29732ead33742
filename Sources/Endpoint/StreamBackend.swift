internal import MatrixTypes
internal import Networking

/// What stands behind a stream: a homeserver in memory, or one that is reached over HTTP.
protocol StreamBackend: Sendable {
    associatedtype Session: StreamSession

    /// Lets a client in, before there is a connection.
    ///
    /// - Throws: ``StreamRejection``.
    func session(for handshake: WebSocketHandshake) async throws -> Session
}

/// What one client of a stream gets.
protocol StreamSession: Sendable {
    /// Whom the client speaks for.
    var user: UserID { get }
    /// How many requests may be under way. What is more waits where it is, in the client in the end.
    var requestsAtOnce: Int { get }

    /// Hands over each update, the answer for the client's position first, at least one a minute.
    ///
    /// - Throws: ``StreamEnd`` when there can be no more.
    func follow(_ client: StreamClient) async throws

    /// Does what a client asks for.
    ///
    /// - Returns: The result; nil where it is to be lost on purpose.
    /// - Throws: The homeserver's refusal.
    func result(of request: StreamDemand) async throws(StreamMessage.Refusal) -> JSONText?
}

/// Why a client is not let in: an HTTP answer.
struct StreamRejection: Error {
    let status: Int
    let json: JSONText
    /// In seconds.
    let retryAfter: Int?

    init(status: Int, json: JSONText, retryAfter: Int?) {
        self.status = status
        self.json = json
        self.retryAfter = retryAfter
    }

    init(_ refusal: StreamMessage.Refusal, status: Int? = nil) {
        self.init(
            status: status ?? refusal.status,
            json: refusal.json,
            // The header counts whole seconds.
            retryAfter: refusal.retry_after_ms.map { ($0 + 999) / 1000 }
        )
    }
}

/// Why a stream ends from this side.
struct StreamEnd: Error {
    /// By this a client of the draft knows that the homeserver's own sync has failed.
    static let syncFailed = 1011

    let code: Int
    let reason: String

    init(_ reason: String, code: Int = Self.syncFailed) {
        self.code = code
        self.reason = reason
    }
}
