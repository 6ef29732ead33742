import BotCore
import Foundation
import Synchronization

/// A clock that stands still until somebody moves it.
final class TestClock: Sendable {
    private struct Sleeper {
        let length: Duration
        let waiter: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var last = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(now: Date) {
        state = Mutex(State(now: now))
    }

    var now: Date { state.withLock { $0.now } }
    var botClock: BotClock { BotClock(now: { self.now }, sleep: { try await self.sleep($0) }) }

    /// Waits until somebody sleeps for such a time, then lets that time pass for them.
    ///
    /// Others sleep on: what they wait for is not what the test is about.
    @discardableResult
    func skip(where isMeant: @Sendable (Duration) -> Bool) async -> Duration {
        while true {
            let found = state.withLock { state -> Sleeper? in
                guard let (number, sleeper) = state.sleepers.first(where: { isMeant($0.value.length) }) else {
                    return nil
                }
                state.sleepers[number] = nil
                state.now += sleeper.length / .seconds(1)
                return sleeper
            }
            if let found {
                found.waiter.resume()
                return found.length
            }
            await withCheckedContinuation { watcher in
                let isThere = state.withLock { state in
                    if state.sleepers.values.contains(where: { isMeant($0.length) }) { return true }
                    state.watchers.append(watcher)
                    return false
                }
                if isThere { watcher.resume() }
            }
        }
    }

    /// Waits until so many sleep for so long.
    func untilSomebodySleeps(for length: Duration, count: Int = 1) async {
        while true {
            let isSo = state.withLock { $0.sleepers.values.count { $0.length == length } >= count }
            if isSo { return }
            await withCheckedContinuation { watcher in
                let isSo = state.withLock { state in
                    if state.sleepers.values.count(where: { $0.length == length }) >= count { return true }
                    state.watchers.append(watcher)
                    return false
                }
                if isSo { watcher.resume() }
            }
        }
    }

    private func sleep(_ length: Duration) async throws {
        guard length > .zero else { return }
        let number = state.withLock { state in
            state.last += 1
            return state.last
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
        let watchers = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
            if state.cancelled.contains(number) { return nil }
            state.sleepers[number] = sleeper
            defer { state.watchers = [] }
            return state.watchers
        }
        guard let watchers else { return sleeper.waiter.resume(throwing: CancellationError()) }
        for watcher in watchers { watcher.resume() }
    }
}
