internal import MatrixTypes
internal import Networking

/// The calls that a gateway makes to its homeserver, each with its client's token.
struct HomeserverCalls: Sendable {
    /// The client API's errors are short; a page of a proxy may not be.
    private static let maximumAnswerBytes = 1 << 20
    private static let prefix = "/_matrix/client/v3/"

    let homeserver: String
    let client: HTTPClient
    let settings: GatewaySettings

    /// Whose token this is.
    func whoAmI(token: String) async throws -> HTTPResponse {
        try await response(.get, "account/whoami", token: token, body: [], timeout: settings.admissionTimeout)
    }

    /// What is new since a position.
    ///
    /// - Parameters:
    ///   - wait: How long the homeserver may hold the answer back.
    ///   - limit: How long the answer may take beyond that.
    func sync(
        token: String,
        since: String?,
        filter: String?,
        wait: Duration,
        limit: Duration
    ) async throws -> HTTPResponse {
        var query = "timeout=\(Int64(wait / .milliseconds(1)))"
        if let since { query += "&since=" + PathPart.encoded(since) }
        if let filter { query += "&filter=" + PathPart.encoded(filter) }
        return try await response(
            .get,
            "sync?" + query,
            token: token,
            body: [],
            timeout: wait + limit,
            maximumBytes: settings.maximumSyncBytes
        )
    }

    /// Does something that is done once however often it is asked for.
    func put(_ path: [PathPart], token: String, body: [UInt8]) async throws -> HTTPResponse {
        let path = path.map(\.text).joined(separator: "/")
        return try await response(.put, path, token: token, body: body, timeout: settings.requestTimeout)
    }

    /// As ``put(_:token:body:)``, where the client API wants POST.
    func post(_ path: [PathPart], token: String, body: [UInt8]) async throws -> HTTPResponse {
        let path = path.map(\.text).joined(separator: "/")
        return try await response(.post, path, token: token, body: body, timeout: settings.requestTimeout)
    }

    private func response(
        _ method: HTTPRequest.Method,
        _ path: String,
        token: String,
        body: [UInt8],
        timeout: Duration,
        maximumBytes: Int = Self.maximumAnswerBytes
    ) async throws -> HTTPResponse {
        var headers = [(name: "Authorization", value: "Bearer \(token)")]
        if !body.isEmpty { headers.append((name: "Content-Type", value: "application/json")) }
        return try await client.response(
            to: HTTPRequest(
                method: method,
                url: homeserver + Self.prefix + path,
                headers: headers,
                body: body,
                timeout: timeout,
                maximumResponseBytes: maximumBytes
            )
        )
    }
}
