internal import BotCore
internal import Foundation
package import MatrixTypes
package import Networking

/// The calls of a homeserver's client API that are not made over the stream.
package struct ClientAPI: Sendable {
    private let client: HTTPClient
    private let base: String
    private let token: AccessToken

    /// One answer is never larger: a page of history with a hundred events of the largest size.
    private static let maximumResponseBytes = 16 << 20
    private static let timeout = Duration.seconds(30)

    package init(client: HTTPClient, base: String, token: AccessToken) {
        self.client = client
        self.base = base
        self.token = token
    }

    private struct Account: Decodable { let user_id: UserID }
    private struct Redaction: Decodable { let event_id: EventID }

    /// Whose token it is.
    package func whoami() async throws -> UserID {
        try await value(Account.self, .get, "account/whoami").user_id
    }

    /// - Parameter via: Servers that know the room.
    func join(_ room: RoomID, via: [String]) async throws {
        let query = via.isEmpty ? "" : "?" + via.map { "via=\($0.percentEncoded)" }.joined(separator: "&")
        _ = try await call(.post, "join/\(room.rawValue.percentEncoded)\(query)", body: Array("{}".utf8))
    }

    /// Also refuses an invitation.
    func leave(_ room: RoomID) async throws {
        _ = try await call(.post, "rooms/\(room.rawValue.percentEncoded)/leave", body: Array("{}".utf8))
    }

    /// - Parameter content: A JSON object.
    func setState(_ type: String, key: String, content: String, in room: RoomID) async throws -> EventID {
        let path = [room.rawValue, "state", type, key].map(\.percentEncoded).joined(separator: "/")
        return try await value(Redaction.self, .put, "rooms/\(path)", body: Array(content.utf8)).event_id
    }

    func show(_ sign: PassingSign, in room: RoomID) async throws {
        let rooms = "rooms/\(room.rawValue.percentEncoded)"
        switch sign {
        case .read(let event):
            let path = "\(rooms)/receipt/m.read/\(event.rawValue.percentEncoded)"
            _ = try await call(.post, path, body: Array("{}".utf8))
        case .typing(let isTyping):
            let account = try await whoami()
            let body = isTyping ? #"{"typing":true,"timeout":20000}"# : #"{"typing":false}"#
            let path = "\(rooms)/typing/\(account.rawValue.percentEncoded)"
            _ = try await call(.put, path, body: Array(body.utf8))
        }
    }

    func redact(_ event: EventID, in room: RoomID, transaction: String) async throws -> EventID {
        let path = [room.rawValue, "redact", event.rawValue, transaction].map(\.percentEncoded).joined(
            separator: "/"
        )
        return try await value(Redaction.self, .put, "rooms/\(path)", body: Array("{}".utf8)).event_id
    }

    func history(of room: RoomID, from: String, to: String?) async throws -> HistoryChunk {
        let end = to.map { "&to=\($0.percentEncoded)" } ?? ""
        let query = "?dir=f&limit=100&from=\(from.percentEncoded)\(end)"
        let body = try await call(.get, "rooms/\(room.rawValue.percentEncoded)/messages\(query)")
        return try HistoryChunk(reading: body, room: room)
    }

    private func value<Value: Decodable>(
        _ type: Value.Type,
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8] = []
    ) async throws -> Value {
        try JSONDecoder().decode(type, from: Data(try await call(method, path, body: body)))
    }

    /// - Throws: `StreamMessage.Refusal` in the homeserver's words, or ``ConnectionFailure/unavailable(what:reason:)``.
    private func call(_ method: HTTPRequest.Method, _ path: String, body: [UInt8] = []) async throws
        -> [UInt8]
    {
        let request = HTTPRequest(
            method: method,
            url: "\(base)/_matrix/client/v3/\(path)",
            headers: [("Authorization", "Bearer \(try token.read())"), ("Content-Type", "application/json")],
            body: body,
            timeout: Self.timeout,
            maximumResponseBytes: Self.maximumResponseBytes
        )
        let what = path.prefix { $0 != "?" && $0 != "/" }
        let response: HTTPResponse
        do {
            response = try await client.response(to: request)
        } catch let error as HTTPError {
            throw ConnectionFailure.unavailable(what: String(what), reason: "\(error)")
        }
        guard response.status != 200 else { return response.body }
        if let refusal = try? JSONDecoder().decode(StreamMessage.Refusal.self, from: Data(response.body)) {
            throw refusal
        }
        throw ConnectionFailure.unavailable(what: String(what), reason: "HTTP status \(response.status)")
    }
}
