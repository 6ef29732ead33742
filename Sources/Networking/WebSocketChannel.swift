import class Foundation.NSLock

/// What the tasks that use a connection share with the service thread that serves it.
///
/// Unchecked, because its state is guarded by a lock that the compiler cannot see: `Mutex` would show it, but gives
/// false reports under the thread sanitizer.
final class WebSocketChannel: @unchecked Sendable {
    /// What a task can wait for.
    enum Event: Hashable {
        case opened, received, drained, gone
    }

    struct State {
        var chosenSubprotocol: String?
        var isOpen = false
        var incoming: [[UInt8]] = []
        var incomingBytes = 0
        /// The service thread has stopped reading until somebody takes what has arrived.
        var isPaused = false
        var outgoing: [[UInt8]] = []
        /// Of ``outgoing``, and of what the service thread has taken from it but not yet written.
        var outgoingBytes = 0
        var closing: WebSocketClosing?
        /// Why nothing more comes and nothing more can be sent.
        var ending: WebSocketError?
        /// The socket no longer exists.
        var isGone = false
    }

    let number: Int
    let maximumBufferedBytes: Int
    private let lock = NSLock()
    private var state = State()
    private var waiting: [Event: [Int: CheckedContinuation<Void, any Error>]] = [:]
    private var waiters = 0

    init(number: Int, maximumBufferedBytes: Int) {
        self.number = number
        self.maximumBufferedBytes = maximumBufferedBytes
    }

    /// Reads or changes the state; then wakes those who wait for what has happened.
    func update<Result>(waking events: Event..., change: (inout State) -> Result) -> Result {
        lock.lock()
        let result = change(&state)
        let woken = events.compactMap { waiting.removeValue(forKey: $0) }
        lock.unlock()
        for continuation in woken.joined() { continuation.value.resume() }
        return result
    }

    /// Suspends until `event` happens, unless `isReady` already.
    ///
    /// - Throws: `CancellationError`, if the task is cancelled first.
    func wait(for event: Event, unless isReady: @escaping @Sendable (State) -> Bool) async throws {
        let waiter = update { _ in
            waiters += 1
            return waiters
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enlist(continuation, as: waiter, for: event, unless: isReady)
            }
        } onCancel: {
            let continuation = update { _ in waiting[event]?.removeValue(forKey: waiter) }
            continuation?.resume(throwing: CancellationError())
        }
    }

    /// Suspends until the socket no longer exists. A cancelled task waits too: this is part of its cleaning up, and
    /// the service thread bounds how long it takes.
    func waitUntilGone() async {
        try? await withCheckedThrowingContinuation { continuation in
            let waiter = update { _ in
                waiters += 1
                return waiters
            }
            enlist(continuation, as: waiter, for: .gone, unless: { $0.isGone }, evenIfCancelled: true)
        }
    }

    private func enlist(
        _ continuation: CheckedContinuation<Void, any Error>,
        as waiter: Int,
        for event: Event,
        unless isReady: (State) -> Bool,
        evenIfCancelled: Bool = false
    ) {
        lock.lock()
        // Asked under the lock: whoever is cancelled later finds the continuation in the list.
        let isCancelled = Task.isCancelled && !evenIfCancelled
        let goesOn = isCancelled || isReady(state)
        if !goesOn { waiting[event, default: [:]][waiter] = continuation }
        lock.unlock()
        if isCancelled {
            continuation.resume(throwing: CancellationError())
        } else if goesOn {
            continuation.resume()
        }
    }
}
