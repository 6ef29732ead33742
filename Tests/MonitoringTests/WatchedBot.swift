import BotCore
import BotStore
import Foundation
import Logging
import Monitoring
import Networking
import Serving
import TestSupport

/// A store, its measurements and a server that shows them, at an hour that a test sets.
struct WatchedBot: Sendable {
    let store: Store
    let measurements: Measurements
    let clock: MovedClock
    let url: String
    private let client: HTTPClient

    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    static func run(
        at address: PageServer.Loopback = .ip4,
        _ body: @escaping @Sendable (WatchedBot) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store.open(directory: path)
        let measurements = Measurements(startedAt: start)
        let clock = MovedClock(start)
        let server = MonitoringServer(
            address: address,
            port: 0,
            syncLimit: .seconds(120),
            store: store,
            measurements: measurements,
            clock: clock.botClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let client = try HTTPClient(caFile: nil)
        let (urls, url) = AsyncStream.makeStream(of: String.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { url.finish() }
                try await server.run { url.yield($0) }
            }
            for await url in urls {
                try await body(
                    WatchedBot(
                        store: store,
                        measurements: measurements,
                        clock: clock,
                        url: url,
                        client: client
                    )
                )
                break
            }
            group.cancelAll()
            try await group.waitForAll()
        }
        await client.shutdown()
        try await store.close()
    }

    func ask(
        _ path: String,
        _ method: HTTPRequest.Method = .get,
        headers: [(name: String, value: String)] = []
    ) async throws -> HTTPResponse {
        try await client.response(
            to: HTTPRequest(
                method: method,
                url: url + path,
                headers: headers,
                body: [],
                timeout: .seconds(10),
                maximumResponseBytes: 1 << 20
            )
        )
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// A clock that stands where it is put.
final class MovedClock: Sendable {
    private let instant: Locked<Date>

    init(_ instant: Date) { self.instant = Locked(instant) }

    var botClock: BotClock {
        BotClock(now: { self.instant.withLock { $0 } }, sleep: { _ in throw CancellationError() })
    }

    func move(by seconds: Double) { instant.withLock { $0 += seconds } }
}
