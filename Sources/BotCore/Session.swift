internal import BotStore
internal import Foundation
internal import Logging
internal import MatrixTypes
internal import ServiceLifecycle

/// Keeps the bot connected: takes in what comes, sends what waits, and comes back after every end.
struct Session: Service {
    let homeserver: any Homeserver
    let store: Store
    let intake: Intake
    /// How old a command may be that was asked while we were away; nil where all are answered.
    let answerWithin: Duration?
    let limits: AnswerBudget.Limits
    let measurements: Measurements
    let backoff: Backoff
    let clock: BotClock
    let safeguards: Safeguards
    let killSwitch: KillSwitch
    let logger: Logger

    /// How long messages that wait may still leave when the bot is stopped.
    private static let farewell = Duration.seconds(3)
    /// So long a connection must live for the backoff to begin anew.
    private static let health = Duration.seconds(300)

    func run() async throws {
        var failures = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let start = ContinuousClock.now
            do {
                try await connectUntilStopped()
                return
            } catch is CancellationError {
                return
            } catch {
                if ContinuousClock.now - start > Self.health { failures = 0 }
                failures += 1
                let delay = pause(after: error, failures: failures)
                logger.warning("\(error) Trying again in \(delay.inSeconds) s.")
                try? await cancelWhenGracefulShutdown { try await clock.sleep(delay) }
            }
        }
    }

    private func pause(after error: any Error, failures: Int) -> Duration {
        if case ConnectionFailure.tooManyRequests(let delay?) = error { return delay }
        return backoff.delay(after: failures, jitter: Double.random(in: 0...1))
    }

    /// Being stopped ends whatever the connection is doing, be it only the handshake.
    private func connectUntilStopped() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await connectOnce() }
            group.addTask { try await sayFarewell() }
            try await group.next()
            group.cancelAll()
        }
    }

    private func connectOnce() async throws {
        let start = try await store.position(of: homeserver.positionKey)
        do {
            try await homeserver.connect(since: start?.nextBatch) { connection in
                try await serve(connection, from: start?.nextBatch, heardAt: start?.heardAt)
            }
        } catch ConnectionFailure.positionUnknown(let reason) {
            // The stretch between the lost position and the present cannot be named, so it stays a gap.
            try await store.forgetPosition(of: homeserver.positionKey, at: clock.now())
            throw ConnectionFailure.positionUnknown(reason: reason)
        }
    }

    /// - Parameter heardAt: When the homeserver last answered, before this.
    private func serve(_ connection: any HomeserverConnection, from position: String?, heardAt: Date?)
        async throws
    {
        var position = position
        var directory = RoomDirectory(account: homeserver.account, states: try await store.roomStates())
        let waitsForEchoes = safeguards.contains(.echoes)
        if waitsForEchoes {
            let first = try await connection.nextBatches()
            var hearing = Hearing(
                absence: Absence(since: heardAt, until: clock.now(), answerWithin: answerWithin),
                now: nil,
                limits: limits
            )
            try await intake.accept(first, position: &position, directory: &directory, hearing: &hearing)
            await measurements.synced(at: clock.now())
            logger.info("Connected")
        }
        let (start, state) = (position, directory)
        let signs = PassingSigns(store: store, clock: clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await takeIn(connection, from: start, directory: state, signs: signs) }
            group.addTask { await signs.run(over: connection) }
            group.addTask { try await sendOut(connection) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func takeIn(
        _ connection: any HomeserverConnection,
        from start: String?,
        directory: RoomDirectory,
        signs: PassingSigns
    ) async throws {
        var (position, directory) = (start, directory)
        var hearing = Hearing(absence: nil, now: nil, limits: limits)
        while true {
            let batches = try await connection.nextBatches()
            hearing = hearing.heard(absence: nil, now: clock.now())
            signs.add(
                try await intake.accept(
                    batches,
                    position: &position,
                    directory: &directory,
                    hearing: &hearing
                )
            )
            await measurements.synced(at: clock.now())
        }
    }

    /// Nothing leaves before the first batch and its gaps are written: an echo in them settles its row.
    private func sendOut(_ connection: any HomeserverConnection) async throws {
        let filler = GapFiller(
            store: store,
            homeserver: homeserver,
            router: intake.router.router,
            limits: limits,
            clock: clock,
            backoff: backoff,
            logger: logger
        )
        try await filler.fillAll()
        let courtesies = intake.router.courtesies
        try await store.tellMissedCommands { courtesies.apology(for: $0) }
        let queue = SendQueue(
            store: store,
            connection: connection,
            courtesies: courtesies,
            measurements: measurements,
            backoff: backoff,
            clock: clock,
            killSwitch: killSwitch,
            safeguards: safeguards,
            logger: logger
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await filler.run() }
            group.addTask { try await queue.run() }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Returns when the bot is stopped and all that waited has left, or the time for that is over.
    private func sayFarewell() async throws {
        try await gracefulShutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(Self.farewell) }
            group.addTask {
                for await _ in await store.changes(in: .outbox) where try await store.outboxCount() == 0 {
                    return
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        (Double(components.seconds) + Double(components.attoseconds) / 1e18).rounded()
    }
}
