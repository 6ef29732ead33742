internal import BotCore
internal import BotStore
internal import Foundation

/// All that is known of the bot at one moment.
struct Vitals: Sendable {
    let figures: StoreFigures
    let reading: Measurements.Reading
    let now: Date
    /// nil where the system does not say.
    let residentBytes: Int?

    var metrics: [Metric] {
        lanes + outbox + [syncAge, sends] + lost + process
    }

    private var lanes: [Metric] {
        let lanes = figures.lanes.sorted { $0.key < $1.key }
        func samples(_ value: (StoreFigures.Queue) -> Double) -> [Metric.Sample] {
            lanes.map { plugin, queue in
                Metric.Sample(labels: [Metric.Label(name: "plugin", value: plugin)], value: value(queue))
            }
        }
        return [
            Metric(
                "lane_waiting_inputs",
                .gauge,
                "Inputs that wait for a plugin.",
                samples { Double($0.count) }
            ),
            Metric(
                "lane_oldest_input_age_seconds",
                .gauge,
                "How long the oldest input of a plugin has waited; 0 where none does.",
                samples { age(since: $0.oldest) }
            ),
        ]
    }

    private var outbox: [Metric] {
        [
            Metric(
                "outbox_waiting_messages",
                .gauge,
                "Messages that are to leave.",
                Double(figures.outbox.count)
            ),
            Metric(
                "outbox_oldest_message_age_seconds",
                .gauge,
                "Time since the cause of the oldest message that is to leave; 0 where none is.",
                age(since: figures.outbox.oldest)
            ),
            Metric(
                "outbox_wedged_messages",
                .gauge,
                "Messages that the homeserver refused for good.",
                Double(figures.wedged)
            ),
        ]
    }

    private var syncAge: Metric {
        Metric(
            "sync_age_seconds",
            .gauge,
            "Time since the last good sync, or since the start where there was none yet.",
            age(since: reading.lastSync ?? reading.startedAt)
        )
    }

    private var sends: Metric {
        Metric(
            "sends_total",
            .counter,
            "Attempts to send that the homeserver answered, by its answer.",
            Measurements.SendOutcome.allCases.map { outcome in
                Metric.Sample(
                    labels: [Metric.Label(name: "result", value: outcome.rawValue)],
                    value: Double(reading.sends[outcome] ?? 0)
                )
            }
        )
    }

    private var lost: [Metric] {
        [
            ("gaps_open", "Gaps in the history of rooms that are still to be filled.", figures.openGaps),
            ("gaps_abandoned", "Gaps in the history of rooms that nobody could fill.", figures.abandonedGaps),
            ("events_set_aside", "Events that could not be read.", figures.unreadableEvents),
            ("inputs_set_aside", "Inputs that their plugin failed at for good.", figures.failedInputs),
        ].map { name, help, count in Metric(name, .gauge, help, Double(count)) }
    }

    private var process: [Metric] {
        let start = Metric(
            "process_start_time_seconds",
            .gauge,
            "When the process started, in seconds since 1970.",
            reading.startedAt.timeIntervalSince1970
        )
        let memory = residentBytes.map {
            Metric("process_resident_memory_bytes", .gauge, "Memory that the process holds.", Double($0))
        }
        return [start] + (memory.map { [$0] } ?? [])
    }

    /// Never below 0: other clocks than ours say when something was caused, and ours may be set back.
    private func age(since instant: Date?) -> Double {
        instant.map { max(0, now.timeIntervalSince($0)) } ?? 0
    }
}
