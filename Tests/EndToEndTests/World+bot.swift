import BotCore
import Endpoint
import Foundation
import Networking
import Testing

/// By which way the bot reaches the homeserver.
enum Transport: String, CaseIterable, Sendable {
    case stream, sync
}

/// How the bot is started.
struct Start: Sendable {
    var transport = Transport.stream
    /// `after-write-2`, or `after-write-2:3` for the third time that it is reached.
    var killedAt: String?
    /// The safeguards that are left out.
    var without: String?
    /// How far its clock goes ahead, in seconds.
    var clockOffset = 0
    var plugins: [String] = []
    /// Lines of a configuration file.
    var configuration: String?

    /// Whether it does not wait for the first batch, and so does not say that it is connected.
    fileprivate var isHasty: Bool { without?.contains("echoes") ?? false }

    fileprivate var environment: [String: String] {
        var environment = ["RAPPORTEUR_CLOCK_OFFSET": "\(clockOffset)"]
        environment["RAPPORTEUR_KILL_AT"] = killedAt
        environment["RAPPORTEUR_WITHOUT"] = without
        return environment
    }
}

extension World {
    var dataDirectory: String { folder.path + "/data" }

    /// Runs the bot while `body` runs, then stops it with SIGTERM. What it has begun it finishes.
    func bot(_ start: Start = Start(), _ body: () async throws -> Void) async throws {
        let child = try self.start(start)
        defer { end(child) }
        if !start.isHasty { try await until("the bot is connected") { child.errors.contains("Connected") } }
        try await body()
        child.signal(SIGTERM)
        try await until("the bot has stopped") { child.ending != nil }
        try #require(child.ending == .exit(0), "\(child.errors)")
    }

    /// Runs the bot until it dies at a point; `body` runs meanwhile.
    func bot(killedAt point: KillPoint, _ start: Start = Start(), _ body: () async throws -> Void = {})
        async throws
    {
        var start = start
        start.killedAt = start.killedAt ?? point.rawValue
        let child = try self.start(start)
        defer { end(child) }
        try await body()
        try await untilEnded(child)
        try #require(child.ending == .signal(SIGKILL), "It did not die at \(point). \(child.errors)")
    }

    /// Starts the bot again and again, each time with the same place to die at, until all of it is done.
    ///
    /// - Returns: How often it died.
    func bot(
        dyingAgainAt point: String,
        _ start: Start = Start(),
        until isDone: @escaping @Sendable () -> Bool
    )
        async throws -> Int
    {
        var start = start
        start.killedAt = point
        for deaths in 0..<60 {
            let child = try self.start(start)
            defer { end(child) }
            try await until("all is done, or the bot has died") { isDone() || child.ending != nil }
            if isDone() {
                child.signal(SIGKILL)
                try await untilEnded(child)
                return deaths
            }
            try #require(child.ending == .signal(SIGKILL), "\(child.errors)")
        }
        throw Disappointment(description: "It was never done, however often the bot was started.")
    }

    /// Starts the bot and kills it as soon as `moment` has come.
    func bot(_ start: Start = Start(), killedWhen moment: @escaping @Sendable () -> Bool) async throws {
        let child = try self.start(start)
        defer { end(child) }
        try await until("the moment to kill the bot has come", moment)
        child.signal(SIGKILL)
        try await untilEnded(child)
    }

    /// However long it was away, and whatever its clock says, it answers everything.
    private static let patience = "\ncommands:\n  answer_within: 0\n"

    /// What the bot is started with.
    func arguments(for start: Start) throws -> [String] {
        var arguments = [
            "run", "--homeserver", start.transport == .stream ? addresses.streamURL : addresses.apiURL,
            "--api-url", addresses.apiURL, "--user-id",
            "\(bot.userID)",
            "--token-file", folder.path + "/token", "--data", dataDirectory, "--statement", Self.statement,
            "--no-limits", "--operator-contact", "@operator:demo",
        ]
        for plugin in start.plugins { arguments += ["--plugin", plugin] }
        let lines = (start.configuration ?? "") + Self.patience
        arguments += ["--config", try folder.write(lines, to: "config.yaml")]
        return arguments
    }

    /// Starts the bot. It ends with ``end(_:)``.
    func start(_ start: Start) throws -> ChildProcess {
        let child = try ChildProcess(
            Program.path,
            try arguments(for: start),
            input: "/dev/null",
            environment: start.environment
        )
        process.use { $0 = child }
        return child
    }

    func end(_ child: ChildProcess) {
        child.signal(SIGKILL)
        process.use { $0 = nil }
    }

    func untilEnded(_ child: ChildProcess) async throws {
        try await until("the bot has ended") { child.ending != nil }
    }
}
