import Cron
import Foundation
import Testing

@Suite struct `The search for the next instant` {
    @Test(arguments: [
        ("2027-05-10T12:00", "2027-05-10T12:05"), ("2027-05-10T12:04:59", "2027-05-10T12:05"),
        ("2027-05-10T12:05", "2027-05-10T13:05"), ("2027-05-10T12:05:30", "2027-05-10T13:05"),
    ])
    func `never answers with the instant it started from`(start: String, expected: String) throws {
        #expect(try CronExpression("5 * * * *").instants(after: start, in: "UTC", count: 1) == [expected])
    }

    @Test func `reaches over a century that has no leap day`() throws {
        let instants = try CronExpression("0 12 29 2 *")
            .instants(after: "2095-01-01T00:00", in: "UTC", count: 3)
        #expect(instants == ["2096-02-29T12:00", "2104-02-29T12:00", "2108-02-29T12:00"])
    }

    @Test func `reaches dates that come once in a generation`() throws {
        let instants = try CronExpression("0 12 * 2 sat#5")
            .instants(after: "2027-01-01T00:00", in: "Europe/London", count: 3)
        #expect(instants == ["2048-02-29T12:00", "2076-02-29T12:00", "2116-02-29T12:00"])
    }

    @Test func `passes years in which the hour is skipped`() throws {
        // On 28 March half past one is skipped in 2027, a Sunday, and not in 2026.
        let expression = try CronExpression("*/30 1 28 3 *")
        let instants = try expression.instants(after: "2026-12-01T00:00", in: "Europe/London", count: 1)
        #expect(instants == ["2028-03-28T00:00"])
    }

    @Test func `ends where calendars do`() throws {
        let expression = try CronExpression("* * * * *")
        for seconds in [Double.nan, .infinity, -.infinity, 1e300, 9.6e10] {
            let start = Date(timeIntervalSince1970: seconds)
            #expect(expression.next(after: start, in: .gmt) == nil)
            #expect(expression.shortestGap(after: start, in: .gmt) == nil)
        }
        #expect(expression.next(after: .distantPast, in: .gmt) != nil)
        #expect(expression.next(after: .distantFuture, in: .gmt) != nil)
    }

    @Test(arguments: [
        ("*/15 * * * *", "Europe/London", Duration.seconds(15 * 60)),
        ("0,50 9 * * *", "UTC", .seconds(50 * 60)),
        ("0 0,23 * * *", "UTC", .seconds(60 * 60)),
        ("0 0,23 * * mon", "UTC", .seconds(23 * 60 * 60)),
        ("0 18 * * fri", "UTC", .seconds(7 * 86_400)),
        ("0 18 * * fri", "Europe/London", .seconds(7 * 86_400 - 3_600)),
        ("0 0 1 * *", "UTC", .seconds(28 * 86_400)),
        ("50 1,2 * * *", "UTC", .seconds(60 * 60)),
        ("50 1,2 * * *", "America/New_York", .seconds(10 * 60)),  // 01:50, then 03:00 instead of 02:50
        ("50 1,2 1 7 *", "America/New_York", .seconds(60 * 60)),
        ("*/59 1,3 * * *", "America/New_York", .seconds(60)),  // 01:59, then 03:00
        ("45 * * * *", "Australia/Lord_Howe", .seconds(30 * 60)),  // 01:45 comes twice
    ])
    func `knows the shortest gap`(text: String, zone: String, expected: Duration) throws {
        let zone = try #require(TimeZone(identifier: zone))
        #expect(
            try CronExpression(text).shortestGap(after: Date(utc: "2027-05-10T12:00"), in: zone) == expected
        )
    }

    @Test func `knows no gap where there is only one instant`() throws {
        let expression = try CronExpression("0 12 * 2 sat#5")
        #expect(try expression.shortestGap(after: Date(utc: "2077-01-01T00:00"), in: .gmt) == nil)
    }
}
