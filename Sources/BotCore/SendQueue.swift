internal import BotStore
internal import Foundation
internal import Logging
internal import MatrixTypes

/// The outbox on its way out: in order within a room, side by side across rooms.
struct SendQueue: Sendable {
    let store: Store
    let connection: any HomeserverConnection
    let courtesies: Courtesies
    let measurements: Measurements
    let backoff: Backoff
    let clock: BotClock
    let killSwitch: KillSwitch
    let safeguards: Safeguards
    let logger: Logger

    /// Runs until the connection ends, the task is cancelled, or a room fails.
    func run() async throws {
        let traffic = Traffic()
        let settlements = Settlements(store: store, clock: clock)
        let (wakes, wake) = AsyncThrowingStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await settlements.run() }
            group.addTask {
                for await _ in await store.changes(in: .outbox) { wake.yield() }
                wake.finish()
            }
            for try await _ in wakes {
                for room in try await store.roomsWithPending() where await traffic.claim(room) {
                    group.addTask {
                        do {
                            try await drain(room, traffic, settlements)
                        } catch {
                            // A room that stays claimed would be silent for ever: its failure ends the connection.
                            wake.finish(throwing: error)
                        }
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Sends what waits in one room, the next as soon as the one before it was answered.
    private func drain(_ room: RoomID, _ traffic: Traffic, _ settlements: Settlements) async throws {
        repeat {
            var failures = 0
            while let entry = try await store.nextToSend(in: room) {
                while let pause = await traffic.pause(at: clock.now()) { try await clock.sleep(pause) }
                if let delay = try await send(entry, settlements) {
                    failures += 1
                    if delay > .zero {
                        await traffic.pause(for: delay, at: clock.now())
                    } else {
                        // Nobody asked the account to wait: it may be this room's server that is away.
                        try await clock.sleep(backoff.delay(after: failures, jitter: 0.5))
                    }
                } else {
                    failures = 0
                }
            }
            await traffic.release(room)
            // What was written between the last look and the release rang while the room was still busy.
        } while try await waits(in: room, traffic)
    }

    private func waits(in room: RoomID, _ traffic: Traffic) async throws -> Bool {
        guard try await store.nextToSend(in: room) != nil else { return false }
        return await traffic.claim(room)
    }

    /// - Returns: nil where the message is off the queue, else how long the homeserver asks to wait.
    private func send(_ entry: OutboxEntry, _ settlements: Settlements) async throws -> Duration? {
        let result = try await connection.send(
            safeguards.contains(.stableNames) ? entry : entry.renamedAtRandom
        )
        await measurements.answered(result)
        killSwitch.reach(.afterSend)
        switch result {
        case .sent(let eventID):
            // WRITE 3.
            try await settlements.settle(entry.name, as: eventID ?? EventID("sent/\(entry.name)"))
            killSwitch.reach(.afterWrite3)
            return nil
        case .later(let delay, let reason):
            logger.warning("The homeserver does not take messages now: \(reason)")
            return delay ?? .zero
        case .refused(let reason):
            logger.error(
                "A message is refused for good, and set aside: \(reason)",
                metadata: ["row": "\(entry.name)"]
            )
            let report = courtesies.report(of: entry, refusedFor: reason)
            try await store.wedge(entry.name, reason: reason, report: report)
            return nil
        }
    }
}

/// The rooms in which a message is on its way, so that no room has two at a time; and a pause of them all.
private actor Traffic {
    private var rooms: Set<RoomID> = []
    private var pauseEnd: Date?
    private var pauseLength = Duration.zero

    /// The homeserver counts messages by account, not by room: all rooms wait.
    func pause(for length: Duration, at now: Date) {
        pauseEnd = now.addingTimeInterval(length / .seconds(1))
        pauseLength = length
    }

    /// How long the pause lasts still; never longer than it was, should the clock on the wall go back.
    func pause(at now: Date) -> Duration? {
        guard let pauseEnd, now < pauseEnd else { return nil }
        return min(.seconds(pauseEnd.timeIntervalSince(now)), pauseLength)
    }

    func claim(_ room: RoomID) -> Bool { rooms.insert(room).inserted }
    func release(_ room: RoomID) { rooms.remove(room) }
}

extension OutboxEntry {
    /// Without the safeguard ``Safeguards/stableNames``: another transaction id at each attempt.
    fileprivate var renamedAtRandom: OutboxEntry {
        renamed("\(UInt64.random(in: 0 ... .max))")
    }
}
