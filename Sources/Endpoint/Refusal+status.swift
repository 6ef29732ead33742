package import MatrixTypes

extension StreamMessage.Refusal {
    /// The HTTP status under which this refusal is told.
    package var status: Int {
        switch errcode {
        case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN": 401
        case "M_FORBIDDEN": 403
        case "M_NOT_FOUND", "M_UNRECOGNIZED": 404
        case "M_TOO_LARGE": 413
        case "M_LIMIT_EXCEEDED": 429
        case "M_UNKNOWN": 500
        default: 400
        }
    }

    /// The refusal as a Matrix error body.
    var json: JSONText {
        .object([
            "errcode": .string(errcode),
            "error": error.map(JSONText.string),
            "retry_after_ms": retry_after_ms.map { .number($0) },
            "soft_logout": soft_logout.map(JSONText.flag),
        ])
    }

    static func forbidden(_ reason: String) -> Self { Self(errcode: "M_FORBIDDEN", error: reason) }
    static func notFound(_ reason: String) -> Self { Self(errcode: "M_NOT_FOUND", error: reason) }
    static func badJSON(_ reason: String) -> Self { Self(errcode: "M_BAD_JSON", error: reason) }
    static func notJSON(_ reason: String) -> Self { Self(errcode: "M_NOT_JSON", error: reason) }
}
