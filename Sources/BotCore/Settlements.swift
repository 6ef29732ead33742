internal import BotStore
internal import MatrixTypes

/// WRITE 3 for all rooms: as many answers as have come back go into one commit.
///
/// An actor, because who waits for which commit is in no table.
actor Settlements {
    private struct Answer {
        let name: String
        let eventID: EventID
        let waiter: CheckedContinuation<Void, any Error>
    }

    private let store: Store
    private let clock: BotClock
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>
    private var answers: [Answer] = []
    private var isOver = false

    init(store: Store, clock: BotClock) {
        self.store = store
        self.clock = clock
        (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Returns when the message is off the outbox.
    func settle(_ name: String, as eventID: EventID) async throws {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Void, any Error>) in
            guard !isOver else { return waiter.resume(throwing: CancellationError()) }
            answers.append(Answer(name: name, eventID: eventID, waiter: waiter))
            bell.yield()
        }
    }

    /// Writes what comes, until the task is cancelled.
    func run() async {
        for await _ in rings {
            let batch = answers
            answers = []
            let result = await written(batch)
            for answer in batch { answer.waiter.resume(with: result) }
        }
        isOver = true
        for answer in answers { answer.waiter.resume(throwing: CancellationError()) }
        answers = []
    }

    private func written(_ batch: [Answer]) async -> Result<Void, any Error> {
        do {
            try await store.settle(batch.map { ($0.name, $0.eventID) }, at: clock.now())
            return .success(())
        } catch {
            return .failure(error)
        }
    }
}
