package import BotStore
internal import Foundation
package import Logging
package import PluginAPI
package import ServiceLifecycle
internal import UnixSignals

/// The bot: services over one store and one homeserver.
package struct Bot: Sendable {
    private let group: ServiceGroup
    private let store: Store

    /// Builds the house.
    ///
    /// - Parameters:
    ///   - plugins: All that there are; those that the configuration names run.
    ///   - measurements: What is counted while it runs.
    ///   - writer: The language model that plugins may ask; nil where there is none.
    ///   - companions: Services that run as long as the bot, beside it.
    ///   - signals: Whether SIGTERM and SIGINT stop it.
    ///   - environment: `RAPPORTEUR_KILL_AT` and `RAPPORTEUR_WITHOUT` are for tests.
    package static func build(
        _ configuration: BotConfiguration,
        plugins: [any Plugin],
        homeserver: any Homeserver,
        store: Store,
        clock: BotClock,
        logger: Logger,
        measurements: Measurements,
        writer: (any WriterWindow)? = nil,
        companions: [any Service],
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
        let surroundings = parts.surroundings(store: store, writer: writer)
        let first = running.filter(\.manifest.goesFirst).map(\.manifest.id)
        let lanes = running.map { plugin in
            Lane(plugin: plugin, passing: plugin.manifest.goesFirst ? [] : first, surroundings: surroundings)
        }
        let session = parts.session(homeserver: homeserver, store: store, measurements: measurements)
        let scheduler = parts.scheduler(store: store)
        let keepers = parts.keepers(store: store)
        let neighbour = Neighbour(store: store, clock: clock, logger: logger)
        // They are stopped from the last to the first: no new ticks, then no new turns, then what waits leaves.
        let services: [any Service] = companions + [session] + keepers + lanes + [scheduler, neighbour]
        guard !wasClean else {
            return Bot(services: services, recovery: nil, store: store, signals: signals, logger: logger)
        }
        let gate = Gate()
        let recovery = Recovery(
            lanes: lanes,
            lastSequence: try await store.lastSequence(),
            gate: gate,
            logger: logger
        )
        return Bot(
            services: services.map { Gated(service: $0, gate: gate) },
            recovery: recovery,
            store: store,
            signals: signals,
            logger: logger
        )
    }

    private init(services: [any Service], recovery: Recovery?, store: Store, signals: Bool, logger: Logger) {
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
            } + (recovery.map { [.init(service: $0, successTerminationBehavior: .ignore)] } ?? []),
            gracefulShutdownSignals: signals ? [.sigterm, .sigint] : [],
            logger: logger
        )
        // What is left of the five seconds is for closing the store.
        configuration.maximumGracefulShutdownDuration = .milliseconds(4500)
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
