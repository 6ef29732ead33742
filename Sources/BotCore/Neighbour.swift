internal import BotStore
internal import Logging
internal import ServiceLifecycle

/// Notices what another process has written into the database, and has everybody here look at it: words that were
/// removed by command are taken back in the rooms at once, and a page that was imported is read.
struct Neighbour: Service {
    let store: Store
    let clock: BotClock
    let logger: Logger

    /// How long it takes to be noticed, at most.
    private static let pause = Duration.seconds(2)

    func run() async throws {
        // What was written before is found without a bell: everybody looks when they begin.
        var version = try await store.version()
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await clock.sleep(Self.pause) }
            do {
                let found = try await store.version()
                guard found != version else { continue }
                version = found
                await store.ringAll()
            } catch {
                logger.error("The database cannot be looked at just now: \(error)")
            }
        }
    }
}
