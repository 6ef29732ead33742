import Foundation

/// Counts, from any thread.
final class HTTPTestCounter: @unchecked Sendable {
    // Unchecked: the number is touched under the lock only.
    private let lock = NSLock()
    private var number = 0

    /// How often ``next()`` was called.
    var count: Int { lock.withLock { number } }

    /// 0, 1, 2 and so on.
    @discardableResult
    func next() -> Int {
        lock.withLock {
            defer { number += 1 }
            return number
        }
    }
}
