import Foundation
import Networking

/// Prints what a request costs, beside URLSession in the same run. `make bench-http` runs it.
@main
struct HTTPBench {
    private static let rounds = 3
    private static let count = 1600
    private static let lanes = 16
    /// For each measurement.
    private static let limit = Duration.seconds(8)
    /// For all of it, in seconds: who hangs is ended by the system.
    private static let patience: UInt32 = 150

    static func main() async throws {
        alarm(patience)
        let server = try BenchServer.start()
        defer { server.stop() }
        let client = try HTTPClient(caFile: server.caFile)
        let clients = [
            BenchClient.ours(client, to: server.secureURL, name: "HTTPClient, TLS"),
            BenchClient.ours(client, to: server.plainURL, name: "HTTPClient, without TLS"),
            try BenchClient.foundation(lanes: lanes, to: server.plainURL),
        ]
        print("A PUT of 300 bytes over HTTP/1.1 on loopback, on connections that are kept.")
        print("µs of CPU of this process, and in brackets µs on the clock, a request:\n")
        print("| | one after another | \(lanes) side by side |\n|---|---|---|")
        for (client, costs) in zip(clients, try await costs(of: clients)) {
            let ranges = [range(of: costs.map(\.alone)), range(of: costs.map(\.together))]
            print("| \(client.name) | \(ranges.joined(separator: " | ")) |")
        }
        await client.shutdown()
    }

    /// The clients take turns, so that what else the machine does hits them alike.
    private static func costs(of clients: [BenchClient]) async throws -> [[(alone: Cost, together: Cost)]] {
        var costs = clients.map { _ in [(alone: Cost, together: Cost)]() }
        for _ in 0..<rounds {
            for (index, client) in clients.enumerated() {
                // The connections that it keeps are there before anything is counted.
                _ = try await measure(client, count: lanes * 4, lanes: lanes)
                costs[index].append(
                    (
                        alone: try await measure(client, count: count, lanes: 1),
                        together: try await measure(client, count: count, lanes: lanes)
                    )
                )
            }
        }
        return costs
    }

    private static func measure(_ client: BenchClient, count: Int, lanes: Int) async throws -> Cost {
        try await Cost.measure(count: count, lanes: lanes, limit: limit, request: client.send)
    }

    private static func range(of costs: [Cost]) -> String {
        func range(_ values: [Double]) -> String {
            "\(Int((values.min() ?? 0).rounded()))–\(Int((values.max() ?? 0).rounded()))"
        }
        return range(costs.map(\.processorMicroseconds)) + " (" + range(costs.map(\.wallMicroseconds)) + ")"
    }
}
