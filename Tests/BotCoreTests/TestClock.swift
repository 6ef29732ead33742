import BotCore
import Foundation
import TestSupport

/// A clock that stands still until somebody moves it.
final class TestClock: Sendable {
    private struct Sleeper {
        let length: Duration
        let waiter: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var lastSleeper = 0
        /// Counts those that have gone to sleep.
        var last = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Locked<State>

    init(now: Date) {
        state = Locked(State(now: now))
    }

    var now: Date { state.withLock { $0.now } }
    /// Time passes, and nobody who sleeps is woken.
    func leap(by seconds: TimeInterval) { state.withLock { $0.now += seconds } }

    var botClock: BotClock { BotClock(now: { self.now }, sleep: { try await self.sleep($0) }) }

    /// So long the bot waits before it looks for what other processes have written.
    static let betweenLooks = Duration.seconds(2)

    /// Has the bot look for what other processes have written.
    func look() async throws { try await wakeOne { $0 == Self.betweenLooks } }

    /// Waits until somebody sleeps for such a time, then lets that time pass for them.
    ///
    /// Others sleep on: what they wait for is not what the test is about.
    @discardableResult
    func skip(where isMeant: @Sendable (Duration) -> Bool) async throws -> Duration {
        try await wakeOne { $0 != Self.betweenLooks && isMeant($0) }
    }

    @discardableResult
    private func wakeOne(where isMeant: @Sendable (Duration) -> Bool) async throws -> Duration {
        let sleeper = try await found { state -> Sleeper? in
            guard let (number, sleeper) = state.sleepers.first(where: { isMeant($0.value.length) }) else {
                return nil
            }
            state.sleepers[number] = nil
            state.now += sleeper.length / .seconds(1)
            return sleeper
        }
        sleeper.waiter.resume()
        return sleeper.length
    }

    /// Waits until so many sleep for so long.
    func untilSomebodySleeps(for length: Duration, count: Int = 1) async throws {
        _ = try await found { state -> Bool? in
            state.sleepers.values.count { $0.length == length } >= count ? true : nil
        }
    }

    /// Looks again whenever somebody goes to sleep.
    private func found<Thing: Sendable>(_ look: @Sendable (inout State) -> Thing?) async throws -> Thing {
        while true {
            try Task.checkCancellation()
            let seen = state.withLock { state in (look(&state), state.last) }
            if let thing = seen.0 { return thing }
            await withTaskCancellationHandler {
                await withCheckedContinuation { watcher in
                    let isNew = state.withLock { state in
                        let isNew = state.last != seen.1 || Task.isCancelled
                        if !isNew { state.watchers.append(watcher) }
                        return isNew
                    }
                    if isNew { watcher.resume() }
                }
            } onCancel: {
                wake()
            }
        }
    }

    private func wake() {
        let watchers = state.withLock { state in
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.resume() }
    }

    private func sleep(_ length: Duration) async throws {
        guard length > .zero else { return }
        let number = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                begin(number, Sleeper(length: length, waiter: waiter))
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.cancelled.insert(number)
                return state.sleepers.removeValue(forKey: number)
            }
            sleeper?.waiter.resume(throwing: CancellationError())
        }
    }

    private func begin(_ number: Int, _ sleeper: Sleeper) {
        let isCancelled = state.withLock { state in
            if state.cancelled.contains(number) { return true }
            state.sleepers[number] = sleeper
            state.last += 1
            return false
        }
        if isCancelled { return sleeper.waiter.resume(throwing: CancellationError()) }
        wake()
    }
}
