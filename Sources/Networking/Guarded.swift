internal import class Foundation.NSLock

/// A value that one thread at a time reads or changes.
///
/// Unchecked, because the value is guarded by a lock that the compiler cannot see: `Mutex` would show it, but gives
/// false reports under the thread sanitizer.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: Value) {
        self.value = value
    }

    /// Runs `body` with the value, alone; it must be quick.
    package func use<Result: Sendable, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
