internal import BotStore
internal import Foundation
internal import Logging
internal import MatrixTypes
internal import PluginAPI
internal import ServiceLifecycle

/// Puts each instant of each schedule into the inbox, at most once.
struct Scheduler: Service {
    let store: Store
    let router: CommandRouter
    let clock: BotClock
    let killSwitch: KillSwitch
    let logger: Logger

    /// The clock on the wall can jump, so it is looked at again at least this often.
    private static let longestSleep = Duration.seconds(30)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await look()
                } catch is CancellationError {
                    return
                } catch {
                    // A disk that is full or broken: the instants stay where they are.
                    logger.error("The scheduler cannot read or write the store: \(error)")
                    try await clock.sleep(Self.longestSleep)
                }
            }
        }
    }

    /// Ticks what is due, and waits for what comes first: the nearest instant, a change of the table, or half a
    /// minute.
    private func look() async throws {
        let changes = await store.changes(in: .schedules)
        // The ring of the start is taken off before the table is read: a later one is a change that was not seen.
        for await _ in changes { break }
        let nearest = try await tickAll()
        let left = nearest.map { Duration.seconds($0.timeIntervalSince(clock.now())) } ?? Self.longestSleep
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(max(.milliseconds(1), min(left, Self.longestSleep))) }
            group.addTask { for await _ in changes { return } }
            try await group.next()
            group.cancelAll()
        }
    }

    /// - Returns: The nearest instant that is still to come.
    func tickAll() async throws -> Date? {
        let now = clock.now()
        for schedule in try await store.pendingSchedules() {
            guard let next = schedule.next, next <= now else { break }
            try await tick(schedule, at: now)
        }
        // One whose zone is unknown here stays in the past, and is looked at again with the others.
        return try await store.pendingSchedules().lazy.compactMap(\.next).first { $0 > now }
    }

    private func tick(_ schedule: Schedule, at now: Date) async throws {
        guard let zone = TimeZone(identifier: schedule.draft.zone), let first = schedule.next else {
            logger.error(
                "Schedule \(schedule.number) waits: the time zone \(schedule.draft.zone) is unknown here"
            )
            return
        }
        let due = DueInstants(schedule.draft, first: first, zone: zone, now: now)
        let inputs = try await inputs(of: schedule, at: due.instants)
        killSwitch.reach(.beforeTick)
        try await store.tick(schedule, inputs: inputs, next: due.next, at: now)
        killSwitch.reach(.afterTick)
        if due.leftOut > 0 {
            logger.warning("Schedule \(schedule.number) missed \(due.leftOut) runs that its rule leaves out")
        }
    }

    /// The command, run as the one who scheduled it, with the power they have now.
    private func inputs(of schedule: Schedule, at instants: [Date]) async throws -> [Store.Tick] {
        let draft = schedule.draft
        guard case .command(let parsed) = router.grammar.commandLine(draft.command) else {
            logger.error("Schedule \(schedule.number) in \(draft.room) names a command that no longer exists")
            return []
        }
        let directory = RoomDirectory(account: router.account, states: try await store.roomStates())
        guard directory.powerLevel(of: draft.author, in: draft.room) >= parsed.command.minimumPowerLevel
        else {
            logger.error(
                "Who made schedule \(schedule.number) in \(draft.room) may no longer use its command"
            )
            return []
        }
        return instants.map { instant in
            let invocation = Invocation(
                parsed,
                sender: draft.author,
                room: draft.room,
                cause: .schedule(id: schedule.id, instant: instant, zone: draft.zone)
            )
            let stored = StoredInput(
                input: .command(invocation),
                senderPowerLevel: directory.powerLevel(of: draft.author, in: draft.room),
                isDirect: directory.isDirect(draft.room),
                visibility: directory.visibility(of: draft.room),
                relay: nil
            )
            return Store.Tick(instant: instant, plugin: router.owner(of: parsed.command.name), stored: stored)
        }
    }
}

/// The instants of a schedule that are to be run now, by its rule for missed ones. Pure.
struct DueInstants: Hashable {
    /// To be run, in order.
    let instants: [Date]
    /// The first that is still to come.
    let next: Date?
    /// How many missed instants the rule leaves out.
    let leftOut: Int

    /// What passed longer ago than this was missed.
    static let grace: TimeInterval = 60
    /// More than so many runs at once help nobody.
    private static let mostRuns = 100

    init(_ draft: ScheduleDraft, first: Date, zone: TimeZone, now: Date) {
        var missed: [Date] = []
        var onTime: [Date] = []
        var missedCount = 0
        var instant: Date? = first
        while let current = instant, current <= now {
            if now.timeIntervalSince(current) > Self.grace {
                missedCount += 1
                missed.append(current)
                if missed.count > Self.mostRuns { missed.removeFirst() }
            } else {
                onTime.append(current)
            }
            instant = draft.expression.next(after: current, in: zone)
        }
        next = instant
        switch draft.missed {
        case .skip: instants = onTime
        // A run that is on time says all that a missed one would.
        case .once: instants = onTime.isEmpty ? Array(missed.suffix(1)) : onTime
        case .all: instants = missed + onTime
        }
        leftOut = missedCount + onTime.count - instants.count
    }
}
