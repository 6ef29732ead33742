internal import BotStore
internal import Logging
internal import ServiceLifecycle

/// Erases what removed words have left in bytes, soon after each removal and after each start.
struct Eraser: Service {
    let store: Store
    let clock: BotClock
    let logger: Logger

    /// Who reads a table holds the log for so long at most.
    private static let patience = Duration.milliseconds(200)
    /// A disk that is full does not empty itself in a second.
    private static let pauseAfterFailure = Duration.seconds(60)

    func run() async throws {
        for await _ in await store.changes(in: .erasures).cancelOnGracefulShutdown() {
            try? await cancelWhenGracefulShutdown { try await eraseAll() }
        }
    }

    private func eraseAll() async throws {
        while !Task.isCancelled {
            do {
                guard try await store.needsErasure(), try await !store.erase() else { return }
            } catch is CancellationError {
                return
            } catch {
                logger.error("Removed words cannot be erased from the disk yet: \(error)")
                try await clock.sleep(Self.pauseAfterFailure)
            }
            try await clock.sleep(Self.patience)
        }
    }
}
