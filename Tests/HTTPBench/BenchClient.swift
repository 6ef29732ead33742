import Foundation
import FoundationNetworking
import Networking

/// A client to be measured: one request that must be answered with 200.
struct BenchClient {
    enum AnswerError: Error, CustomStringConvertible {
        case otherStatus(Int?)

        var description: String {
            switch self {
            case .otherStatus(let status):
                "The server answered \(status.map { "\($0)" } ?? "nothing"), not 200."
            }
        }
    }

    let name: String
    let send: @Sendable () async throws -> Void

    private static let headers = [("Authorization", "Bearer secret"), ("Content-Type", "application/json")]
    private static let path = "/_matrix/client/v3/rooms/!room:example.org/send/m.room.message/transaction"
    /// 300 bytes, as a short message has.
    private static let body =
        [UInt8](#"{"msgtype":"m.text","body":""#.utf8)
        + [UInt8](repeating: UInt8(ascii: "x"), count: 270) + [UInt8](#""}"#.utf8)

    static func ours(_ client: HTTPClient, to server: String, name: String) -> BenchClient {
        let request = HTTPRequest(
            method: .put,
            url: server + path,
            headers: headers.map { (name: $0.0, value: $0.1) },
            body: body,
            timeout: .seconds(10),
            maximumResponseBytes: 1 << 20
        )
        return BenchClient(name: name) {
            let response = try await client.response(to: request)
            guard response.status == 200 else { throw AnswerError.otherStatus(response.status) }
        }
    }

    /// Without TLS only: on Linux it cannot be told of an authority.
    static func foundation(lanes: Int, to server: String) throws -> BenchClient {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = lanes
        configuration.timeoutIntervalForRequest = 10
        let session = URLSession(configuration: configuration)
        guard let url = URL(string: server + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = "PUT"
        request.httpBody = Data(body)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return BenchClient(name: "URLSession, without TLS") { [request] in
            // Its `data(for:)` can lock itself up when one of many requests fails and the others are cancelled.
            let status = try await withCheckedThrowingContinuation { continuation in
                let task = session.dataTask(with: request) { _, response, error in
                    let status = (response as? HTTPURLResponse)?.statusCode
                    continuation.resume(with: error.map { .failure($0) } ?? .success(status))
                }
                task.resume()
            }
            guard status == 200 else { throw AnswerError.otherStatus(status) }
        }
    }
}
