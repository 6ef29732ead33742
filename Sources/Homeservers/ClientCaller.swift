internal import Foundation
internal import MatrixTypes
package import Networking

/// Makes calls of one homeserver's client API over HTTP, and tells answers from everything else.
package struct ClientCaller: Sendable {
    let client: HTTPClient
    /// The address of the homeserver, without a path.
    package let base: String

    /// - Parameter base: `https://host`, as ``HomeserverAddress/api`` has it.
    package init(client: HTTPClient, base: String) {
        self.client = client
        self.base = base
    }

    /// The body of a success.
    ///
    /// - Throws: ``APIFailure``, or `CancellationError`.
    func answer(to call: ClientCall, token: String?) async throws -> [UInt8] {
        let response: HTTPResponse
        do {
            response = try await client.response(to: request(call, token: token))
        } catch let error as HTTPError {
            throw APIFailure.unanswered(error)
        }
        guard response.status == 200 else { throw Self.failure(response) }
        return response.body
    }

    /// The value that a success holds.
    ///
    /// - Throws: ``APIFailure``, or `CancellationError`.
    func value<Value: Decodable>(_ type: Value.Type, of call: ClientCall, token: String?) async throws
        -> Value
    {
        let body = try await answer(to: call, token: token)
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw APIFailure.unreadable(
                expected: "a JSON object with \(call.what)",
                found: Self.kind(of: body)
            )
        }
    }

    private func request(_ call: ClientCall, token: String?) -> HTTPRequest {
        var headers = [(name: "Accept", value: "application/json"), ("User-Agent", "rapporteur")]
        if let token { headers.append(("Authorization", "Bearer \(token)")) }
        if !call.body.isEmpty { headers.append(("Content-Type", "application/json")) }
        return HTTPRequest(
            method: call.method,
            url: base + call.path,
            headers: headers,
            body: call.body,
            timeout: call.timeout,
            maximumResponseBytes: call.maximumResponseBytes
        )
    }

    private static func failure(_ response: HTTPResponse) -> APIFailure {
        let status = response.status
        if (300..<400).contains(status), let place = response.header("Location") {
            return .redirected(status: status, place: place.excerpt)
        }
        // The header is what a proxy sets, too, and the newer way of saying it.
        let header = Duration(waiting: response.header("Retry-After").flatMap(Double.init))
        guard
            let refusal = try? JSONDecoder().decode(StreamMessage.Refusal.self, from: Data(response.body))
        else { return .foreign(status: status, found: kind(of: response.body), delay: header) }
        let inside = refusal.delay
        return .refused(status: status, refusal.shortened, delay: header ?? inside)
    }

    /// What a body is, in words that hold none of it.
    static func kind(of body: [UInt8]) -> String {
        let first = body.first { !" \t\r\n".utf8.contains($0) }
        return switch first {
        case nil: "an empty body"
        case UInt8(ascii: "<"): "a web page"
        case UInt8(ascii: "{"):
            (try? JSONSlice(body)) == nil ? "broken JSON" : "a JSON object of another kind"
        default: "something that is no JSON object"
        }
    }
}

extension String {
    /// At most as much of a stranger's words as a log takes, on one line.
    fileprivate var excerpt: String {
        String(
            unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(300).map(
                Character.init
            )
        )
    }
}

extension StreamMessage.Refusal {
    /// With no more words than a log takes.
    fileprivate var shortened: StreamMessage.Refusal {
        StreamMessage.Refusal(
            errcode: errcode.excerpt,
            error: error?.excerpt,
            retryAfterMilliseconds: retry_after_ms,
            softLogout: soft_logout
        )
    }
}
