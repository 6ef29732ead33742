import Foundation
import Networking
import Testing

/// The bot without a world around it: nobody is there, or nobody who makes sense.
struct Lonely: Sendable {
    let child: ChildProcess

    static func run(
        url: String,
        configuration: String = "",
        _ body: (Lonely) async throws -> Void
    ) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let arguments = [
            "run", "--homeserver", url, "--user-id", "@bot:demo", "--data", folder.path + "/data",
            "--token-file",
            try folder.write("secret", to: "token", mode: 0o600), "--config",
            try folder.write(configuration, to: "config.yaml"),
        ]
        let child = try ChildProcess(Program.path, arguments, input: "/dev/null", environment: [:])
        defer { child.signal(SIGKILL) }
        try await body(Lonely(child: child))
    }

    /// Waits until the bot has said something about it.
    func until(_ words: String) async throws {
        try await isTrueInTime("the log says: \(words)") { child.errors.contains(words) }
    }

    /// Stops it as an operator does.
    func stop() async throws {
        let start = ContinuousClock.now
        child.signal(SIGTERM)
        try await isTrueInTime("it ends") { child.ending != nil }
        #expect(child.ending == .exit(0), "\(child.errors)")
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    private func isTrueInTime(_ what: String, _ isSo: @escaping @Sendable () -> Bool) async throws {
        let isTrue = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in child.changes() where isSo() { return true }
                throw CancellationError()
            }
            group.addTask {
                try await Task.sleep(for: .seconds(60))
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
        try #require(isTrue, "It did not come true that \(what). \(child.errors)")
    }
}

/// A server that lets everybody in and says one thing to all of them.
enum Babbler {
    static func run(saying words: String, _ body: @Sendable (_ url: String) async throws -> Void) async throws
    {
        let sockets = try WebSocketService()
        let listener = WebSocketListener(
            host: "127.0.0.1",
            port: 0,
            subprotocols: ["m.json"],
            maximumMessageBytes: 1 << 20,
            handshakeTimeout: .seconds(10),
            maximumConnections: 4,
            maximumBufferedBytes: 1 << 22
        )
        let (listening, found) = AsyncStream.makeStream(of: Int.self)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { found.finish() }
                    try await sockets.listen(
                        listener,
                        onListening: { found.yield($0) },
                        authorise: { _ in .accept(context: "") }
                    ) { connection in
                        try? await connection.send([Array(words.utf8)])
                        _ = try? await connection.receive()
                    }
                }
                guard let port = await listening.first(where: { _ in true }) else { return }
                try await body("ws://127.0.0.1:\(port)")
                group.cancelAll()
            }
        } catch {
            await sockets.shutdown()
            throw error
        }
        await sockets.shutdown()
    }
}
