import Foundation

/// Says once that something has happened; threads wait for it blocking, tasks without.
final class HTTPTestSignal: @unchecked Sendable {
    // Unchecked: the flag is touched under the condition's lock only.
    private let condition = NSCondition()
    private var isGiven = false
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func give() {
        condition.withLock {
            isGiven = true
            condition.broadcast()
        }
        continuation.finish()
    }

    func waitBlocking() {
        condition.withLock {
            while !isGiven { condition.wait() }
        }
    }

    func wait() async {
        for await _ in stream {}
    }
}
