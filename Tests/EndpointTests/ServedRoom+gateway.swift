import MatrixTypes
import Networking

@testable import Endpoint

/// How a stream is reached.
enum Way: String, CaseIterable, Sendable {
    case direct
    case gateway
}

extension ServedRoom {
    /// The same room, with a gateway before its client API while `body` runs.
    func throughGateway(
        _ adjust: (inout GatewaySettings) -> Void = { _ in },
        homeserver: String? = nil,
        report: @escaping @Sendable (StreamEvent) -> Void = { _ in },
        _ body: (ServedRoom) async throws -> Void
    ) async throws {
        var settings = try GatewaySettings(homeserver: homeserver ?? addresses.apiURL)
        settings.origins = [addresses.apiURL]
        settings.firstPause = .milliseconds(2)
        adjust(&settings)
        let client = try HTTPClient(caFile: nil)
        let gateway = Gateway(settings: settings, client: client, sockets: sockets, report: report)
        let (listening, found) = AsyncStream.makeStream(of: String.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { found.finish() }
                try await gateway.run(port: 0) { found.yield($0) }
            }
            var iterator = listening.makeAsyncIterator()
            guard let url = await iterator.next() else { return try await group.next() ?? () }
            defer { group.cancelAll() }
            let addresses = Endpoint.Addresses(streamURL: url, apiURL: addresses.apiURL)
            try await body(ServedRoom(here: here, sockets: sockets, addresses: addresses))
        }
        await client.shutdown()
    }
}

/// Keeps what a gateway reports.
final class StreamEvents: Sendable {
    private let events = Guarded<[StreamEvent]>([])

    var all: [StreamEvent] { events.use { $0 } }

    func add(_ event: StreamEvent) { events.use { $0.append(event) } }
}
