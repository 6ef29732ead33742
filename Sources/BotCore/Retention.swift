internal import BotStore
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// Lets go of comments that are older than they are to be kept, and of what was typed for old answers: at the start, and
/// then every hour.
struct Retention: Service {
    /// nil where comments are kept for ever.
    let keptFor: Duration?
    let store: Store
    let clock: BotClock
    let logger: Logger

    private static let pause = Duration.seconds(3600)
    private static let commentsAWrite = 200
    /// After a month nobody waits for an answer to come again.
    private static let commandsKeptFor = Duration.seconds(30 * 86_400)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await expireAll()
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("Comments that are too old cannot be removed yet: \(error)")
                }
                try await clock.sleep(Self.pause)
            }
        }
    }

    private func expireAll() async throws {
        let now = clock.now()
        try await store.forgetCommands(before: now.addingTimeInterval(-(Self.commandsKeptFor / .seconds(1))))
        guard let keptFor else { return }
        let cutoff = now.addingTimeInterval(-(keptFor / .seconds(1)))
        while try await store.expire(before: cutoff, atMost: Self.commentsAWrite, at: now) {}
    }
}
