package import BotCore
package import BotStore
package import Logging
package import Serving
internal import ServiceLifecycle

/// Answers `/live`, `/ready` and `/metrics` on loopback, for whoever watches the bot.
package struct MonitoringServer: Service {
    private let server: PageServer

    /// - Parameters:
    ///   - port: 0 picks a free one; the log says which.
    ///   - syncLimit: `/ready` says no when the last good sync is older. A homeserver is heard about once a minute.
    package init(
        address: PageServer.Loopback,
        port: Int,
        syncLimit: Duration,
        store: Store,
        measurements: Measurements,
        clock: BotClock,
        logger: Logger
    ) {
        let site = MonitoringSite(
            store: store,
            measurements: measurements,
            clock: clock,
            syncLimit: syncLimit,
            logger: logger
        )
        server = PageServer(
            settings: PageServer.Settings(
                address: address,
                port: port,
                portKey: "monitoring.port",
                subject: "/live, /ready and /metrics"
            ),
            logger: logger
        ) { await site.answer(to: $0) }
    }

    /// Serves until it is stopped or cancelled.
    ///
    /// - Throws: ``PageServer/StartError`` where the port cannot be had.
    package func run() async throws { try await server.run() }

    /// - Parameter onListening: Told once, with the address, when it can be asked.
    package func run(onListening: @escaping @Sendable (_ url: String) -> Void) async throws {
        try await server.run(onListening: onListening)
    }
}
