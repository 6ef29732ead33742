import Endpoint
import Foundation
import FoundationNetworking
import MatrixTypes
import Networking

/// A reading room that is served over real sockets.
struct ServedRoom {
    let here: ReadingRoom
    let sockets: WebSocketService
    let addresses: Endpoint.Addresses

    /// Serves the room while `body` runs, its stream directly or through a gateway before its client API.
    static func run(
        _ here: ReadingRoom = ReadingRoom(),
        way: Way = .direct,
        quietLimit: Duration = .seconds(60),
        discussion: @escaping PageSettings.Discussion = { _ in nil },
        _ body: (ServedRoom) async throws -> Void
    ) async throws {
        let page = PageSettings(
            person: here.ada,
            bot: here.bo.userID,
            room: here.room,
            roomName: "Reading room",
            discussion: discussion
        )
        let sockets = try WebSocketService()
        let endpoint = Endpoint(
            homeserver: here.homeserver,
            sockets: sockets,
            page: page,
            quietLimit: quietLimit
        )
        let (listening, found) = AsyncStream.makeStream(of: Endpoint.Addresses.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { found.finish() }
                try await endpoint.run(streamPort: 0, pagePort: 0) { found.yield($0) }
            }
            var iterator = listening.makeAsyncIterator()
            guard let addresses = await iterator.next() else { return try await group.next() ?? () }
            do {
                let served = ServedRoom(here: here, sockets: sockets, addresses: addresses)
                switch way {
                case .direct: try await body(served)
                case .gateway: try await served.throughGateway({ $0.pollTimeout = quietLimit }, body)
                }
            } catch {
                await sockets.shutdown()
                throw error
            }
            group.cancelAll()
        }
        await sockets.shutdown()
    }

    /// Follows the stream as `person` while `body` runs.
    func follow(
        as person: Person,
        since position: String? = nil,
        token: String? = nil,
        headers: [(name: String, value: String)] = [],
        path: String = "/_matrix/client/unstable/stream",
        _ body: (inout StreamReader) async throws -> Void
    ) async throws {
        let authorisation = (name: "Authorization", value: "Bearer \(token ?? person.accessToken)")
        let query = position.map { "?since=\($0)" } ?? ""
        let isAnonymous = token == ""
        let request = WebSocketRequest(
            url: addresses.streamURL + path + query,
            headers: (isAnonymous ? [] : [authorisation]) + headers,
            subprotocol: "m.json",
            caFile: nil,
            maximumMessageBytes: 1 << 24,
            connectTimeout: .seconds(10)
        )
        try await sockets.connect(request) { connection in
            var reader = StreamReader(connection: connection)
            try await body(&reader)
        }
    }

    /// Makes a call of the client API, or asks for a page.
    func call(
        _ method: String,
        _ path: String,
        as person: Person? = nil,
        body: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> (status: Int, headers: [String: String], body: [UInt8]) {
        guard let url = URL(string: addresses.apiURL + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let person {
            request.setValue("Bearer \(person.accessToken)", forHTTPHeaderField: "Authorization")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let answer = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let headers = answer.allHeaderFields.map { ("\($0)".lowercased(), "\($1)") }
        return (answer.statusCode, Dictionary(headers) { first, _ in first }, Array(data))
    }
}
