package import Foundation

/// The time, handed in so that tests can say what time it is.
package struct BotClock: Sendable {
    /// The present instant.
    package let now: @Sendable () -> Date
    /// Waits; throws when cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The clock on the wall, moved by some seconds.
    package static func wall(offset: TimeInterval) -> BotClock {
        BotClock(
            now: { Date(timeIntervalSinceNow: offset) },
            sleep: { try await ContinuousClock().sleep(for: $0) }
        )
    }
}
