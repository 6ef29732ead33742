/// How long to wait before the next attempt.
///
/// The delay doubles from ``first`` to ``longest``. Each is then shortened by up to a
/// quarter, at random, so that many bots do not return in the same second.
package struct Backoff: Sendable {
    package let first: Duration
    package let longest: Duration

    package init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }

    /// The delay after `failures` failures in a row.
    ///
    /// - Parameters:
    ///   - failures: One or more.
    ///   - jitter: From 0 (full delay) up to 1 (three quarters of it).
    /// - Returns: At least three quarters of ``first``, at most ``longest``.
    package func delay(after failures: Int, jitter: Double) -> Duration {
        precondition(failures > 0 && (0...1).contains(jitter), "a share of a delay after a failure")
        let doublings = min(failures - 1, 30)  // past this, every sane `longest` is reached
        let delay = min(first * (1 << doublings), longest)
        return delay * (1 - jitter / 4)
    }
}
