@testable import BotCore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `What a schedule owes` {
    /// 14 November 2023, 22:13:20 UTC; the schedule runs at each quarter of an hour.
    private func due(
        _ rule: Schedule.MissedRule,
        awayFor minutes: Double,
        zone: String = "UTC",
        _ text: String = "*/15 * * * *"
    ) throws
        -> DueInstants
    {
        let draft = ScheduleDraft(
            expression: try CronExpression(text),
            zone: zone,
            room: hall,
            command: "say x",
            author: ada,
            missed: rule
        )
        let zone = try #require(TimeZone(identifier: zone))
        let first = try #require(draft.expression.next(after: now, in: zone))
        return DueInstants(draft, first: first, zone: zone, now: first.addingTimeInterval(minutes * 60))
    }

    @Test func `is one run where nothing was missed`() throws {
        for rule in Schedule.MissedRule.allCases {
            let due = try due(rule, awayFor: 0.5)
            #expect(due.instants.map(\.timeIntervalSince1970) == [1_700_000_100])
            #expect(due.next?.timeIntervalSince1970 == 1_700_001_000)
            #expect(due.leftOut == 0)
        }
    }

    @Test func `follows its rule where runs were missed`() throws {
        let quarters = [1_700_000_100.0, 1_700_001_000, 1_700_001_900, 1_700_002_800]
        #expect(try due(.skip, awayFor: 50).instants.isEmpty)
        #expect(try due(.once, awayFor: 50).instants.map(\.timeIntervalSince1970) == [quarters[3]])
        #expect(try due(.all, awayFor: 50).instants.map(\.timeIntervalSince1970) == quarters)
        // The last is on time: it says all that a missed one would.
        #expect(try due(.skip, awayFor: 45.5).instants.map(\.timeIntervalSince1970) == [quarters[3]])
        #expect(try due(.once, awayFor: 45.5).instants.map(\.timeIntervalSince1970) == [quarters[3]])
        #expect(try due(.all, awayFor: 45.5).instants.map(\.timeIntervalSince1970) == quarters)
    }

    @Test func `is at most a hundred missed runs, the last`() throws {
        let due = try due(.all, awayFor: 15 * 500 + 5)
        #expect(due.instants.count == 100)
        #expect(due.leftOut == 401)
        #expect(due.instants.last?.timeIntervalSince1970 == 1_700_450_100)
        #expect(due.next?.timeIntervalSince1970 == 1_700_451_000)
    }

    @Test func `is counted in its own time zone`() throws {
        // 9:00 in New York is 14:00 in winter; two days later.
        let due = try due(.all, awayFor: 60 * 48 + 5, zone: "America/New_York", "0 9 * * *")
        #expect(due.instants.map(\.timeIntervalSince1970) == [1_700_056_800, 1_700_143_200, 1_700_229_600])
    }
}
