internal import MatrixTypes
internal import Networking

extension Networking.HTTPResponse {
    /// The homeserver's error in this answer, with what only its header says.
    ///
    /// - Returns: nil where the answer is no Matrix error: a proxy's page, for instance.
    var matrixError: StreamMessage.Refusal? {
        guard let slice = try? JSONSlice(body),
            let refusal = try? slice.decoded(as: StreamMessage.Refusal.self)
        else { return nil }
        return StreamMessage.Refusal(
            errcode: refusal.errcode,
            error: refusal.error,
            // The header is the same, in whole seconds.
            retryAfterMilliseconds: refusal.retry_after_ms ?? retryAfterSeconds.map { $0 * 1000 },
            softLogout: refusal.soft_logout
        )
    }

    /// What went wrong, for a client of the stream, which sees no status.
    var refusal: StreamMessage.Refusal {
        matrixError
            ?? StreamMessage.Refusal(
                errcode: status == 429 ? "M_LIMIT_EXCEEDED" : "M_UNKNOWN",
                error: "The homeserver answered \(status).",
                retryAfterMilliseconds: retryAfterSeconds.map { $0 * 1000 }
            )
    }

    private var retryAfterSeconds: Int? {
        header("Retry-After").flatMap { Int($0) }.flatMap { (0...86_400).contains($0) ? $0 : nil }
    }
}

extension StreamMessage.Refusal {
    /// The homeserver gave no whole answer. What exactly went wrong is for the operator, not for a stranger.
    static let unreachable = Self(errcode: "M_UNKNOWN", error: "The homeserver cannot be reached.")
}
