internal import Logging
internal import ServiceLifecycle

/// After an unclean start: hands over the inputs that were found, one at a time over all lanes, each attempt
/// counted first, before anything else begins.
///
/// So a death while an attempt is counted is the doing of that input, and what takes the process down twice is
/// set aside. What failed is left to its lane, which waits between attempts.
struct Recovery: Service {
    let lanes: [Lane]
    /// The last input that was found.
    let lastSequence: Int64
    let gate: Gate
    let logger: Logger

    /// What took the process down was among the inputs of one turn; the rest may go at full speed.
    private static let attemptsALane = 256

    func run() async throws {
        do {
            try await attempt()
        } catch {
            logger.error("What was found after an unclean start could not all be tried by itself: \(error)")
        }
        await gate.open()
    }

    private func attempt() async throws {
        var left = Self.attemptsALane * lanes.count
        var hasMoved = true
        while hasMoved, left > 0, !Task.isShuttingDownGracefully {
            hasMoved = false
            for lane in lanes where try await lane.attempt(upTo: lastSequence) {
                hasMoved = true
                left -= 1
            }
        }
    }
}

/// A service that begins when a gate opens.
struct Gated: Service {
    let service: any Service
    let gate: Gate

    func run() async throws {
        await gate.wait()
        try await service.run()
    }
}

/// Closed until it is opened, once. An actor, because who waits is in no table.
actor Gate {
    private var isOpen = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    func open() {
        isOpen = true
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
