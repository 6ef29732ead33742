import BotCore
import BotStore
import Foundation
import Logging
import MatrixTypes
import Monitoring
import Networking
import ServiceLifecycle
import Serving
import Testing

@Suite struct `Whoever watches the bot` {
    @Test(arguments: PageServer.Loopback.allCases)
    func `hears that it lives`(address: PageServer.Loopback) async throws {
        try await WatchedBot.run(at: address) { bot async throws in
            let response = try await bot.ask("/live")
            #expect(response.status == 200)
            #expect(response.text == "Alive.\n")
            #expect(response.header("Content-Type") == "text/plain; charset=utf-8")
            #expect(try await bot.ask("/live", .head).status == 200)
        }
    }

    @Test func `hears that it is ready for as long as the last good sync is young`() async throws {
        try await WatchedBot.run { bot async throws in
            let before = try await bot.ask("/ready")
            #expect(before.status == 503)
            #expect(
                before.text == "Not ready: there was no good sync since the start at 2023-11-14T22:13:20Z.\n"
            )
            bot.clock.move(by: 10)
            await bot.measurements.synced(at: WatchedBot.start.addingTimeInterval(10))
            bot.clock.move(by: 119)
            let after = try await bot.ask("/ready")
            #expect(after.status == 200)
            #expect(after.text == "Ready: the last good sync was at 2023-11-14T22:13:30Z.\n")

            bot.clock.move(by: 1)
            let late = try await bot.ask("/ready")
            #expect(late.status == 503)
            #expect(
                late.text
                    == "Not ready: there was no good sync since 2023-11-14T22:13:30Z, for 120 seconds.\n"
            )
            #expect(try await bot.ask("/live").status == 200)

            await bot.measurements.synced(at: WatchedBot.start.addingTimeInterval(130))
            #expect(try await bot.ask("/ready").status == 200)
        }
    }

    @Test func `reads all figures in the format of Prometheus`() async throws {
        try await WatchedBot.run { bot async throws in
            await bot.measurements.answered(.sent(nil))
            await bot.measurements.answered(.sent(EventID("$1")))
            await bot.measurements.answered(.later(after: nil, reason: "busy"))
            bot.clock.move(by: 42.5)
            let response = try await bot.ask("/metrics")
            #expect(response.status == 200)
            #expect(response.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
            let lines = response.text.split(separator: "\n")
            for line in [
                "# HELP rapporteur_outbox_waiting_messages Messages that are to leave.",
                "# TYPE rapporteur_outbox_waiting_messages gauge",
                "rapporteur_outbox_waiting_messages 0",
                "rapporteur_outbox_oldest_message_age_seconds 0",
                "rapporteur_outbox_wedged_messages 0",
                "# TYPE rapporteur_lane_waiting_inputs gauge",
                "# TYPE rapporteur_lane_oldest_input_age_seconds gauge",
                "rapporteur_sync_age_seconds 42.5",
                "# TYPE rapporteur_sends_total counter",
                #"rapporteur_sends_total{result="sent"} 2"#,
                #"rapporteur_sends_total{result="later"} 1"#,
                #"rapporteur_sends_total{result="refused"} 0"#,
                "rapporteur_gaps_open 0", "rapporteur_gaps_abandoned 0",
                "rapporteur_events_set_aside 0", "rapporteur_inputs_set_aside 0",
                "rapporteur_process_start_time_seconds 1700000000",
            ] {
                #expect(lines.contains { $0 == line }, "\(line) is missing in \(response.text)")
            }
            let memory = try #require(lines.last?.split(separator: " ").last.flatMap { Int($0) })
            #expect(memory > 1 << 20)
            #expect(response.text.hasSuffix("\n"))
        }
    }

    @Test(arguments: ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:80", ""])
    func `is sent away under another name`(host: String) async throws {
        try await WatchedBot.run { bot async throws in
            for path in ["/live", "/ready", "/metrics"] {
                let response = try await bot.ask(path, headers: [(name: "Host", value: host)])
                #expect(response.status >= 400)
            }
        }
    }

    @Test func `may say localhost`() async throws {
        try await WatchedBot.run { bot async throws in
            let port = bot.url.split(separator: ":").last ?? ""
            let response = try await bot.ask("/live", headers: [(name: "Host", value: "LocalHost:\(port)")])
            #expect(response.status == 200)
        }
    }

    @Test func `can only look`() async throws {
        try await WatchedBot.run { bot async throws in
            let response = try await bot.ask("/metrics", .post)
            #expect(response.status == 405)
            #expect(response.header("Allow") == "GET, HEAD")
            for path in ["/", "/live/", "/metrics.txt", "/..%2flive"] {
                #expect(try await bot.ask(path).status == 404)
            }
        }
    }
}

@Suite struct `The server for watchers` {
    private func server(port: Int, _ store: Store) -> MonitoringServer {
        MonitoringServer(
            address: .ip4,
            port: port,
            syncLimit: .seconds(120),
            store: store,
            measurements: Measurements(startedAt: WatchedBot.start),
            clock: MovedClock(WatchedBot.start).botClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func `says which port it cannot have`() async throws {
        try await WatchedBot.run { bot async throws in
            let port = try #require(bot.url.split(separator: ":").last.flatMap { Int($0) })
            let error = await #expect(throws: PageServer.StartError.self) {
                try await server(port: port, bot.store).run()
            }
            #expect(error?.description.contains("port \(port) of 127.0.0.1") == true)
            await #expect(throws: PageServer.StartError.noSuchPort(port: 70_000, key: "monitoring.port")) {
                try await server(port: 70_000, bot.store).run()
            }
        }
    }

    @Test func `ends in peace with the bot`() async throws {
        try await WatchedBot.run { bot async throws in
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: server(port: 0, bot.store))],
                    gracefulShutdownSignals: [],
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                )
            )
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }
}
