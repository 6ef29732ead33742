package import BotStore
internal import Foundation
package import Logging
package import PluginAPI
internal import ServiceLifecycle
internal import UnixSignals

/// The bot: services over one store and one homeserver.
package struct Bot: Sendable {
    private let group: ServiceGroup
    private let store: Store

    /// Builds the house.
    ///
    /// - Parameters:
    ///   - plugins: All that there are; those that the configuration names run.
    ///   - signals: Whether SIGTERM and SIGINT stop it.
    ///   - environment: `RAPPORTEUR_KILL_AT` and `RAPPORTEUR_WITHOUT` are for tests.
    package static func build(
        _ configuration: BotConfiguration,
        plugins: [any Plugin],
        homeserver: any Homeserver,
        store: Store,
        clock: BotClock,
        logger: Logger,
        stopsBySignal signals: Bool,
        environment: [String: String]
    ) async throws -> Bot {
        // The core comes last: help lists what people came for before it lists itself.
        let running = plugins.filter { configuration.plugins.contains($0.manifest.id) } + [CorePlugin()]
        let parts = BotParts(
            configuration,
            plugins: running,
            clock: clock,
            logger: logger,
            environment: environment
        )
        let wasClean = try await store.begin()
        let surroundings = parts.surroundings(
            store: store,
            lastUnclean: wasClean ? 0 : try await store.lastSequence()
        )
        let first = running.filter(\.manifest.goesFirst).map(\.manifest.id)
        let lanes = running.map { plugin in
            Lane(plugin: plugin, passing: plugin.manifest.goesFirst ? [] : first, surroundings: surroundings)
        }
        let session = parts.session(homeserver: homeserver, store: store)
        let scheduler = parts.scheduler(store: store)
        // They are stopped from the last to the first: no new ticks, then no new turns, then what waits leaves.
        return Bot(services: [session] + lanes + [scheduler], store: store, signals: signals, logger: logger)
    }

    private init(services: [any Service], store: Store, signals: Bool, logger: Logger) {
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
            },
            gracefulShutdownSignals: signals ? [.sigterm, .sigint] : [],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(5)
        group = ServiceGroup(configuration: configuration)
        self.store = store
    }

    /// Runs until it is stopped; then finishes what was begun, within five seconds, and closes the store.
    package func run() async throws {
        try await group.run()
        try await store.close()
    }

    /// Stops it. Returns at once; ``run()`` returns when all is done.
    package func stop() async {
        await group.triggerGracefulShutdown()
    }
}
