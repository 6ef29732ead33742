import Testing

@testable import Networking

/// Runs a test with a client and a server, and ends both after it.
func withHTTP(
    _ server: HTTPTestServer,
    caFile: String? = nil,
    perform body: (HTTPClient, HTTPTestServer) async throws -> Void
) async throws {
    let client = try HTTPClient(caFile: caFile)
    let result: Result<Void, any Error>
    do { result = .success(try await body(client, server)) } catch { result = .failure(error) }
    await client.shutdown()
    server.stop()
    try result.get()
}

extension HTTPRequest {
    /// A request with limits that no test reaches by chance.
    static func to(
        _ url: String,
        method: Method = .get,
        headers: [(name: String, value: String)] = [],
        body: String = "",
        timeout: Duration = .seconds(20),
        maximumResponseBytes: Int = 1 << 20
    ) -> HTTPRequest {
        HTTPRequest(
            method: method,
            url: url,
            headers: headers,
            body: Array(body.utf8),
            timeout: timeout,
            maximumResponseBytes: maximumResponseBytes
        )
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
