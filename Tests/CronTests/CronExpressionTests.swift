import Cron
import Foundation
import Testing

@Suite struct `Cron expressions` {
    @Test(arguments: [
        ("*/20 * * * *", ["2027-05-10T12:20", "2027-05-10T12:40", "2027-05-10T13:00"]),
        ("5 4 * * *", ["2027-05-11T04:05", "2027-05-12T04:05", "2027-05-13T04:05"]),
        ("30 8,20 * * *", ["2027-05-10T20:30", "2027-05-11T08:30", "2027-05-11T20:30"]),
        ("0 13 * * TUE", ["2027-05-11T13:00", "2027-05-18T13:00", "2027-05-25T13:00"]),
        ("0 13 * jun-aug,Dec 7", ["2027-06-06T13:00", "2027-06-13T13:00", "2027-06-20T13:00"]),
        ("0 13 * * sat-sun", ["2027-05-15T13:00", "2027-05-16T13:00", "2027-05-22T13:00"]),
        ("0 13 * * 5-7/2", ["2027-05-14T13:00", "2027-05-16T13:00", "2027-05-21T13:00"]),
        ("15 6 20/5 * *", ["2027-05-20T06:15", "2027-05-25T06:15", "2027-05-30T06:15"]),
        ("0 0 31 * *", ["2027-05-31T00:00", "2027-07-31T00:00", "2027-08-31T00:00"]),
        ("0 0 29 2 *", ["2028-02-29T00:00", "2032-02-29T00:00", "2036-02-29T00:00"]),
        ("59 23 31 12 *", ["2027-12-31T23:59", "2028-12-31T23:59", "2029-12-31T23:59"]),
        ("0 0 l 2 *", ["2028-02-29T00:00", "2029-02-28T00:00", "2030-02-28T00:00"]),
        ("0 0 * * wed#5", ["2027-06-30T00:00", "2027-09-29T00:00", "2027-12-29T00:00"]),
        ("@weekly", ["2027-05-16T00:00", "2027-05-23T00:00", "2027-05-30T00:00"]),
        ("@Midnight", ["2027-05-11T00:00", "2027-05-12T00:00", "2027-05-13T00:00"]),
        ("@annually", ["2028-01-01T00:00", "2029-01-01T00:00", "2030-01-01T00:00"]),
    ])
    func `name the next instants`(text: String, expected: [String]) throws {
        let instants = try CronExpression(text).instants(after: "2027-05-10T12:00", in: "UTC", count: 3)
        #expect(instants == expected)
    }

    @Test(arguments: [
        ("0 0 20 * tue", ["2027-05-11", "2027-05-18", "2027-05-20"]),  // either
        ("0 0 */20 * tue", ["2027-06-01", "2027-09-21", "2027-12-21"]),  // both
        ("0 0 20 * */2", ["2027-05-20", "2027-06-20", "2027-07-20"]),  // both
    ])
    func `take one day field or both`(text: String, expected: [String]) throws {
        let instants = try CronExpression(text).instants(after: "2027-05-10T12:00", in: "UTC", count: 3)
        #expect(instants == expected.map { "\($0)T00:00" })
    }

    @Test(arguments: [
        ("", CronExpression.ParseError.fieldCount(found: 0)),
        ("* * * *", .fieldCount(found: 4)),
        ("0 0 * * * *", .fieldCount(found: 6)),
        ("* 24 * * *", .outOfRange(field: .hour, value: 24, allowed: 0...23)),
        ("* * 1-32 * *", .outOfRange(field: .day, value: 32, allowed: 1...31)),
        ("* * * 0 *", .outOfRange(field: .month, value: 0, allowed: 1...12)),
        ("* * * * 8", .outOfRange(field: .weekday, value: 8, allowed: 0...7)),
        ("0 0 * * fri-mon", .backwards(field: .weekday, found: "fri-mon")),
        ("0 0 * * 5-0", .backwards(field: .weekday, found: "5-0")),
        ("30-10 * * * *", .backwards(field: .minute, found: "30-10")),
        ("* */0 * * *", .zeroStep(field: .hour)),
        ("+1 * * * *", .unreadable(field: .minute, found: "+1")),
        ("-1 * * * *", .unreadable(field: .minute, found: "-1")),
        ("1- * * * *", .unreadable(field: .minute, found: "1-")),
        ("1,,2 * * * *", .unreadable(field: .minute, found: "")),
        ("*/-5 * * * *", .unreadable(field: .minute, found: "*/-5")),
        ("1/ * * * *", .unreadable(field: .minute, found: "1/")),
        ("** * * * *", .unreadable(field: .minute, found: "**")),
        ("1-2-3 * * * *", .unreadable(field: .minute, found: "2-3")),
        ("٣ * * * *", .unreadable(field: .minute, found: "٣")),
        ("99999999999999999999 * * * *", .unreadable(field: .minute, found: "99999999999999999999")),
        ("* * * * friday", .unreadable(field: .weekday, found: "friday")),
        ("* * * * fri#6", .unreadable(field: .weekday, found: "fri#6")),
        ("* * * * fril", .unreadable(field: .weekday, found: "fril")),
        ("* L * * *", .unreadable(field: .hour, found: "L")),
        ("@reboot", .unknownMacro(found: "@reboot")),
        ("@daily 5", .unknownMacro(found: "@daily 5")),
        ("0 0 31 4,6,9,11 *", .neverComes),
        ("0 0 30 2 *", .neverComes),
        (String(repeating: "1,", count: 300) + "1 * * * *", .tooLong(maximumBytes: 500)),
    ])
    func `say what is wrong`(text: String, expected: CronExpression.ParseError) {
        #expect(throws: expected) { try CronExpression(text) }
    }

    @Test func `say it in a sentence without what cannot be seen`() {
        #expect(
            CronExpression.ParseError.fieldCount(found: 4).description
                == "A schedule has five fields (minute hour day month weekday); this one has 4."
        )
        let error = CronExpression.ParseError.unreadable(
            field: .hour,
            found: "\u{7}" + String(repeating: "x", count: 400)
        )
        #expect(error.description.contains("\"xxxxxxxxxxxxxxxxxxxxxxx…\" can't be read"))
    }

    @Test func `keep their text, folded`() throws {
        let expression = try CronExpression("  0 \t 18 *  * FRI\n")
        #expect(expression.text == "0 18 * * FRI")
        #expect("\(expression)" == "0 18 * * FRI")
    }

    @Test func `are stored as their text`() throws {
        let expression = try CronExpression("0 18 * * fri")
        let json = try JSONEncoder().encode([expression])
        #expect(String(decoding: json, as: UTF8.self) == #"["0 18 * * fri"]"#)
        #expect(try JSONDecoder().decode([CronExpression].self, from: json) == [expression])
        #expect(throws: CronExpression.ParseError.zeroStep(field: .minute)) {
            try JSONDecoder().decode([CronExpression].self, from: Data(#"["*/0 * * * *"]"#.utf8))
        }
    }
}
