internal import FlyingFox
internal import Foundation
internal import MatrixTypes

extension HTTPResponse {
    static func json(_ json: JSONText, status: Int) -> HTTPResponse {
        HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: status == 200 ? "OK" : "Refused"),
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ],
            // A first sync is long.
            body: HTTPBodySequence(data: Data(json.bytes), suggestedBufferSize: 64 << 10)
        )
    }

    static func refusal(_ refusal: StreamMessage.Refusal) -> HTTPResponse {
        var response = json(refusal.json, status: refusal.status)
        if let milliseconds = refusal.retry_after_ms {
            // The header counts whole seconds.
            response.headers[HTTPHeader("Retry-After")] = String((milliseconds + 999) / 1000)
        }
        return response
    }
}
