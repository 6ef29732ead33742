import Cron
import Testing

@Suite struct `A schedule as people say it` {
    @Test(arguments: [
        ("hourly summary", "0 * * * *", 1),
        ("weekly friday 18:00 summary chat", "0 18 * * fri", 3),
        ("Weekly Fri 6pm summary", "0 18 * * fri", 3),
        ("weekly on Fridays at 6 PM summary", "0 18 * * fri", 6),
        ("weekly tues,thurs 18h30 summary", "30 18 * * tue,thu", 3),
        ("daily 9:00 quote 4", "0 9 * * *", 2),
        ("daily 9.05 quote 4", "5 9 * * *", 2),
        ("daily 18h quote 4", "0 18 * * *", 2),
        ("daily 9am quote 4", "0 9 * * *", 2),
        ("daily 12:15am quote 4", "15 0 * * *", 2),
        ("daily at noon quote 4", "0 12 * * *", 3),
        ("daily midnight quote 4", "0 0 * * *", 2),
        ("weekdays 9:00 summary", "0 9 * * mon-fri", 2),
        ("weekends 10:30 summary", "30 10 * * sat,sun", 2),
        ("monthly 1 9:00 summary all", "0 9 1 * *", 3),
        ("monthly on the 15th at 12pm summary", "0 12 15 * *", 6),
        ("monthly last 23:59", "59 23 L * *", 3),
    ])
    func `is read up to the command`(line: String, expression: String, consumed: Int) throws {
        let schedule = try ScheduleText.parse(words: line.split(separator: " ").map(String.init))
        #expect(schedule.expression.text == expression)
        #expect(schedule.consumed == consumed)
    }

    @Test(arguments: [
        ("", ScheduleText.ParseError.unknownForm(found: nil)),
        ("fortnightly friday 18:00", .unknownForm(found: "fortnightly")),
        ("weekly", .notAWeekday(found: nil)),
        ("weekly 18:00 summary", .notAWeekday(found: "18:00")),
        ("weekly fr 18:00", .notAWeekday(found: "fr")),
        ("weekly fri, 18:00", .notAWeekday(found: "fri,")),
        ("weekly friday summary", .notATime(found: "summary", after: "weekly fri")),
        ("daily", .notATime(found: nil, after: "daily")),
        ("daily 9 summary", .notATime(found: "9", after: "daily")),
        ("daily 24:00", .notATime(found: "24:00", after: "daily")),
        ("daily 9:60", .notATime(found: "9:60", after: "daily")),
        ("daily 9:5", .notATime(found: "9:5", after: "daily")),
        ("daily 9:", .notATime(found: "9:", after: "daily")),
        ("daily 13pm", .notATime(found: "13pm", after: "daily")),
        ("daily 0am", .notATime(found: "0am", after: "daily")),
        ("daily -1:00", .notATime(found: "-1:00", after: "daily")),
        ("daily ٩:٠٠", .notATime(found: "٩:٠٠", after: "daily")),
        ("monthly first 9:00", .notADate(found: "first")),
        ("monthly 32 9:00", .expression(.outOfRange(field: .day, value: 32, allowed: 1...31))),
    ])
    func `says what is wrong`(line: String, expected: ScheduleText.ParseError) {
        #expect(throws: expected) {
            try ScheduleText.parse(words: line.split(separator: " ").map(String.init))
        }
    }

    @Test func `says what to write instead`() {
        #expect(
            ScheduleText.ParseError.notATime(found: "9", after: "daily").description
                == "\"9\" is no time of day; write for example daily 18:00 or daily 6pm."
        )
    }
}
