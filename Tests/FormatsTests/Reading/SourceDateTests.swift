import Discussion
import Foundation
import Testing

@testable import Formats

@Suite struct `Dates of sources` {
    @Test(arguments: [
        ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01T10:00:00.25+02:00", "2024-03-01T08:00:00Z"),
        ("2024-03-01t10:00z", "2024-03-01T10:00:00Z"),
        ("2024-02-29 23:59:60 +0000", "2024-02-29T23:59:59Z"),
        ("Fri, 01 Mar 2024 10:00:00 +0000", "2024-03-01T10:00:00Z"),
        ("Fri, 1 Mar 2024 10:00 GMT", "2024-03-01T10:00:00Z"),
        ("1 March 2024 10:00:00 EST", "2024-03-01T15:00:00Z"),
        ("01 Mar 99 10:00:00 -0530", "1999-03-01T15:30:00Z"),
        ("  1969-12-31T23:59:59Z ", "1969-12-31T23:59:59Z"),
        ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
    ])
    func `are read with their time zone`(text: String, expected: String) throws {
        let date = try #require(SourceDate(text))
        #expect(date.instant.formatted(.iso8601) == expected)
        #expect(date.hasZone)
    }

    @Test(arguments: ["2024-03-01 10:00:00", "2024-03-01T10:00:00", "1 Mar 2024 10:00"])
    func `without a time zone are UTC, and say so`(text: String) throws {
        let date = try #require(SourceDate(text))
        #expect(date.instant.formatted(.iso8601) == "2024-03-01T10:00:00Z")
        #expect(!date.hasZone)
        let reading = SourceDate.reading(text, at: "c1")
        #expect(reading.remarks == [.remark(.init(.dateWithoutZone, at: "c1"))])
    }

    @Test(arguments: [
        "0000-00-00 00:00:00", "2023-02-29 10:00:00", "2024-13-01", "2024-3", "yesterday",
        "2024-03-01T25:00:00Z",
        "2024-03-01T10:00:00 Mars", "2024-03-01T10:00:00Zz", "9999999999999999999-01-01", "1e9", "",
        "٢٠٢٤-03-01",
        "2024-03-01T10:00:00+99:00", "March 1, 2024", "2024-03-01T10:00:00.Z",
    ])
    func `that never were are none`(text: String) {
        #expect(SourceDate(text) == nil)
    }

    @Test func `agree with Foundation on every day of 600 years`() throws {
        let start = Date(timeIntervalSince1970: -300 * 365.2425 * 86_400).formatted(.iso8601)
        var day = try Date(start, strategy: .iso8601)
        for _ in 0..<2000 {
            day += 110 * 86_400 + 3_661
            #expect(SourceDate(day.formatted(.iso8601))?.instant == day)
        }
    }
}
