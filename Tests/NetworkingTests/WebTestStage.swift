import Foundation
import Testing

@testable import Networking

/// Runs a test with a fetcher and servers, and ends all after it.
func withWeb(
    _ servers: HTTPTestServer...,
    reach: HTTPReach = .anywhere,
    folder: String = NSTemporaryDirectory(),
    limits: WebFetchLimits = WebFetchLimits(timeout: .seconds(20)),
    perform body: (WebFetcher) async throws -> Void
) async throws {
    let fetcher = try WebFetcher(reach: reach, caFile: nil, folder: folder, limits: limits)
    let result: Result<Void, any Error>
    do { result = .success(try await body(fetcher)) } catch { result = .failure(error) }
    await fetcher.shutdown()
    for server in servers { server.stop() }
    try result.get()
}

extension HTTPTestServer {
    /// A server whose answer follows from the path that it is asked for.
    convenience init(on host: String = "127.0.0.1", paths: @escaping @Sendable (String) -> String) throws {
        try self.init(on: host) { connection in
            while let request = connection.readRequest() {
                let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                connection.write(paths(path))
            }
        }
    }
}

/// An answer with a body, as it stands on the wire.
func webAnswer(_ status: String = "200 OK", _ headers: [String] = [], _ body: String = "") -> String {
    (["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)", "", body]).joined(
        separator: "\r\n"
    )
}
