import BotCore
import BotStore
import Foundation
import Testing

@testable import Monitoring

@Suite struct `The figures of the bot` {
    private let now = Date(timeIntervalSince1970: 1_700_000_000)

    private func text(
        lanes: [String: StoreFigures.Queue] = [:],
        outbox: StoreFigures.Queue = StoreFigures.Queue(count: 0, oldest: nil),
        lastSync: Date? = nil,
        residentBytes: Int? = nil
    ) -> [Substring] {
        let figures = StoreFigures(
            lanes: lanes,
            outbox: outbox,
            wedged: 1,
            openGaps: 2,
            abandonedGaps: 3,
            unreadableEvents: 4,
            failedInputs: 5
        )
        let reading = Measurements.Reading(
            startedAt: now.addingTimeInterval(-60),
            lastSync: lastSync,
            sends: [.refused: 7]
        )
        let vitals = Vitals(figures: figures, reading: reading, now: now, residentBytes: residentBytes)
        return Metric.text(of: vitals.metrics).split(separator: "\n")
    }

    @Test func `name each plugin's lane`() {
        let old = StoreFigures.Queue(count: 3, oldest: now.addingTimeInterval(-1.25))
        let lines = text(lanes: ["quote": old, "archive": StoreFigures.Queue(count: 0, oldest: nil)])
        #expect(
            lines.filter { $0.hasPrefix("rapporteur_lane") } == [
                #"rapporteur_lane_waiting_inputs{plugin="archive"} 0"#,
                #"rapporteur_lane_waiting_inputs{plugin="quote"} 3"#,
                #"rapporteur_lane_oldest_input_age_seconds{plugin="archive"} 0"#,
                #"rapporteur_lane_oldest_input_age_seconds{plugin="quote"} 1.25"#,
            ]
        )
    }

    @Test func `tell what is lost apart`() {
        let lines = text()
        for line in [
            "rapporteur_outbox_wedged_messages 1", "rapporteur_gaps_open 2", "rapporteur_gaps_abandoned 3",
            "rapporteur_events_set_aside 4", "rapporteur_inputs_set_aside 5",
            #"rapporteur_sends_total{result="refused"} 7"#,
        ] {
            #expect(lines.contains { $0 == line }, "\(line) is missing")
        }
    }

    @Test func `have no age below nought when the clock was set back`() {
        let later = now.addingTimeInterval(3600)
        let lines = text(outbox: StoreFigures.Queue(count: 1, oldest: later), lastSync: later)
        #expect(lines.contains("rapporteur_sync_age_seconds 0"))
        #expect(lines.contains("rapporteur_outbox_oldest_message_age_seconds 0"))
    }

    @Test func `leave out what the system does not say`() {
        #expect(!text().contains { $0.contains("resident") })
        #expect(text(residentBytes: 3 << 30).contains("rapporteur_process_resident_memory_bytes 3221225472"))
    }

    @Test func `have one explanation and one type each, and names in base units`() {
        let lane = StoreFigures.Queue(count: 0, oldest: nil)
        let lines = text(lanes: ["quote": lane, "archive": lane], residentBytes: 1)
        let names = Set(lines.filter { !$0.hasPrefix("#") }.map { $0.prefix { !"{ ".contains($0) } })
        for name in names {
            #expect(name.hasPrefix("rapporteur_"))
            #expect(name.allSatisfy { $0.isLowercase || $0 == "_" })
            #expect(lines.count { $0.hasPrefix("# HELP \(name) ") } == 1)
            #expect(lines.count { $0.hasPrefix("# TYPE \(name) ") } == 1)
        }
        #expect(names.count == 13)
    }

    @Test func `stay one line each whatever a label says`() {
        let label = Metric.Label(name: "plugin", value: "a\"b\\c\nd 1\r")
        let metric = Metric("x", .gauge, "Says\n\\so.", [Metric.Sample(labels: [label], value: .infinity)])
        #expect(
            metric.text == """
                # HELP rapporteur_x Says\\n\\\\so.
                # TYPE rapporteur_x gauge
                rapporteur_x{plugin="a\\"b\\\\c\\nd 1\r"} +Inf

                """
        )
    }
}
