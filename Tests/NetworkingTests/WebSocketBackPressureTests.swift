import Dispatch
import Networking
import Synchronization
import Testing

@Suite struct `A WebSocket under pressure` {
    /// Sends without end, and counts what was accepted.
    private static func flood(_ connection: WebSocketConnection, _ count: Counter) async {
        let batch = Array(repeating: Array(repeating: UInt8(65), count: 1000), count: 20)
        while (try? await connection.send(batch)) != nil { count.add(20_000) }
    }

    /// Until a count stands still for a while: nothing announces that a sender is held.
    private static func settled(_ count: Counter) async throws -> Int {
        var last = -1
        while case let now = count.now, now != last {
            last = now
            try await Task.sleep(for: .milliseconds(120))
        }
        return last
    }

    @Test func `holds the sender while nobody reads, and lets it go on after`() async throws {
        let count = Counter()
        try await Stage.run { service in
            try await Stage.listening(
                service,
                Stage.listener(buffered: 100_000),
                serve: { await Self.flood($0, count) }
            ) { port in
                try await service.connect(Stage.request(port, buffered: 100_000)) { connection in
                    let held = try await Self.settled(count)
                    // Two buffers of ours, and those of the kernel.
                    #expect(held < 16 << 20)
                    var read = 0
                    while read <= held { read += try await connection.receive().reduce(0) { $0 + $1.count } }
                    #expect(count.now > held)
                }
            }
        }
    }

    @Test func `takes a message larger than its buffer by itself`() async throws {
        try await Stage.run { service in
            try await Stage.listening(service, Stage.listener(buffered: 1000)) { port in
                try await service.connect(Stage.request(port, buffered: 1000)) { connection in
                    let messages = (1...5).map { Array(repeating: UInt8($0), count: 50_000) }
                    async let sent: Void = connection.send(messages)
                    #expect(try await Stage.receive(5, from: connection) == messages)
                    try await sent
                }
            }
        }
    }

    @Test func `lets a held sender be cancelled`() async throws {
        let released = DispatchSemaphore(value: 0)
        try await Stage.run { service in
            try await RawServer.run({ socket in
                RawServer.upgrade(socket)
                // Reads nothing more until the client has been cancelled.
                released.wait()
            }) { port in
                defer { released.signal() }
                let count = Counter()
                await #expect(throws: CancellationError.self) {
                    try await service.connect(Stage.request(port, buffered: 10_000)) { connection in
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            group.addTask {
                                let batch = [Array(repeating: UInt8(65), count: 100_000)]
                                while true {
                                    try await connection.send(batch)
                                    count.add(1)
                                }
                            }
                            _ = try await Self.settled(count)
                            group.cancelAll()
                            try await group.waitForAll()
                        }
                    }
                }
            }
        }
    }
}

/// A number that several tasks add to.
final class Counter: Sendable {
    private let value = Atomic(0)

    var now: Int {
        value.load(ordering: .relaxed)
    }

    func add(_ amount: Int) {
        value.add(amount, ordering: .relaxed)
    }
}
