import Cron
import Foundation
import Testing

@Suite struct `When clocks change` {
    @Test(arguments: [
        // Clocks go from 01:00 to 02:00 at 01:00 UTC.
        ("Europe/London", "2027-03-27T23:00", ["2027-03-28T01:00", "2027-03-29T00:30"]),
        // From 02:00 to 03:00 at 07:00 UTC; half past one is not skipped.
        ("America/New_York", "2027-03-14T00:00", ["2027-03-14T06:30", "2027-03-15T05:30"]),
        // From 02:00 to 02:30 at 15:30 UTC.
        ("Australia/Lord_Howe", "2027-10-02T10:00", ["2027-10-02T15:00", "2027-10-03T14:30"]),
        // Never.
        ("Asia/Tokyo", "2027-03-27T23:00", ["2027-03-28T16:30", "2027-03-29T16:30"]),
    ])
    func `a time that is skipped runs at the end of the gap`(
        zone: String,
        start: String,
        expected: [String]
    ) throws {
        let instants = try CronExpression("30 1 * * *").instants(after: start, in: zone, count: 2)
        #expect(instants == expected)
    }

    @Test func `several skipped times run once`() throws {
        let instants = try CronExpression("10,20,30 1 28 3 *")
            .instants(after: "2027-03-27T12:00", in: "Europe/London", count: 2)
        #expect(instants == ["2027-03-28T01:00", "2028-03-28T00:10"])
    }

    @Test(arguments: [
        ("Europe/London", "2027-10-30T23:00", ["2027-10-31T00:30", "2027-11-01T01:30"]),
        ("Europe/London", "2027-10-31T00:45", ["2027-11-01T01:30"]),
        ("Europe/London", "2027-10-31T01:15", ["2027-11-01T01:30"]),
        ("America/New_York", "2027-11-07T00:00", ["2027-11-07T05:30", "2027-11-08T06:30"]),
        ("Australia/Lord_Howe", "2027-04-03T10:00", ["2027-04-03T14:30", "2027-04-04T15:00"]),
    ])
    func `a time that is repeated runs the first time`(
        zone: String,
        start: String,
        expected: [String]
    ) throws {
        let instants = try CronExpression("30 1 * * *").instants(
            after: start,
            in: zone,
            count: expected.count
        )
        #expect(instants == expected)
    }

    @Test(arguments: [
        ("20 * * * *", "2027-10-30T23:30", ["2027-10-31T00:20", "2027-10-31T01:20", "2027-10-31T02:20"]),
        ("*/30 1 * * *", "2027-10-31T00:10", ["2027-10-31T00:30", "2027-10-31T01:00", "2027-10-31T01:30"]),
        ("*/30 1 * * *", "2027-03-27T12:00", ["2027-03-29T00:00", "2027-03-29T00:30", "2027-03-30T00:00"]),
    ])
    func `what begins with a star follows the hours as they pass`(
        text: String,
        start: String,
        expected: [String]
    ) throws {
        let instants = try CronExpression(text).instants(after: start, in: "Europe/London", count: 3)
        #expect(instants == expected)
    }

    @Test(arguments: [
        "Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Africa/Cairo",
        "America/St_Johns", "Antarctica/Troll", "Africa/Casablanca", "Asia/Kathmandu", "UTC",
    ])
    func `every instant is what a minute-by-minute clock shows`(zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        for start in try Self.clockChanges(of: zone) {
            for clock in MinuteByMinuteClock.all {
                let expected = clock.instants(after: start, hours: 54, in: zone)
                let found = try CronExpression(clock.expression)
                    .instants(after: start, in: zone, count: expected.count)
                #expect(found == expected, "\(clock.expression) after \(start.utc)")
            }
        }
    }

    /// A day before each of two changes of the clocks, or a day of a zone that has none.
    private static func clockChanges(of zone: TimeZone) throws -> [Date] {
        let start = try Date(utc: "2028-01-10T03:07")
        guard let first = zone.nextDaylightSavingTimeTransition(after: start),
            let second = zone.nextDaylightSavingTimeTransition(after: first)
        else { return [start] }
        return [first, second].map { $0.addingTimeInterval(-86_400) }
    }
}
