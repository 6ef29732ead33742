import Cron
import Foundation
import Testing

@Suite struct `An expression in words` {
    @Test(arguments: [
        ("0 18 * * fri", "every Friday at 18:00"),
        ("0 18 * * mon-fri", "Monday to Friday at 18:00"),
        ("0 9 * * *", "every day at 09:00"),
        ("0 0 1-31 * mon", "every day at 00:00"),
        ("0 9 * * sat,0", "every Saturday and Sunday at 09:00"),
        ("0 9 * * 1,3,5", "every Monday, Wednesday and Friday at 09:00"),
        ("30 8,20 * * *", "every day at 08:30 and 20:30"),
        ("0 */6 * * *", "every day at 00:00, 06:00, 12:00 and 18:00"),
        ("* * * * *", "every minute"),
        ("*/15 * * * *", "every 15 minutes"),
        ("0,30 * * * *", "every 30 minutes"),
        ("@hourly", "every hour, on the hour"),
        ("5 * * * *", "every hour at minute 5"),
        ("0 */2 * * *", "every 2 hours from 00:00 to 22:00"),
        ("0 9-17 * * mon-fri", "Monday to Friday, every hour from 09:00 to 17:00"),
        ("*/5 9-17 * * *", "every 5 minutes from 09:00 to 17:55"),
        ("* 9 * * *", "every minute from 09:00 to 09:59"),
        ("0 0 1 * *", "on the 1st of every month at 00:00"),
        ("0 0 2,3,22 * *", "on the 2nd, 3rd and 22nd of every month at 00:00"),
        ("0 0 11-13 * *", "on the 11th to 13th of every month at 00:00"),
        ("0 0 31 * *", "on the 31st of every month, where there is one, at 00:00"),
        ("0 0 29 2 *", "on the 29th of February, where there is one, at 00:00"),
        ("0 0 L 1,4,7,10 *", "on the last day of January, April, July and October at 00:00"),
        ("0 0 25 12 *", "on the 25th of December at 00:00"),
        ("0 9 * jan-mar *", "every day in January to March at 09:00"),
        ("0 9 * * fri#2,fri#4", "on the second Friday and the fourth Friday of the month at 09:00"),
        ("0 0 13 * fri", "on the 13th of every month, and also every Friday, at 00:00"),
        (
            "0 0 */9 * 1",
            "on the 1st, 10th, 19th and 28th of every month, but only if it is a Monday, at 00:00"
        ),
    ])
    func `is short where it can be`(text: String, expected: String) throws {
        #expect(try CronExpression(text).words == expected)
    }

    @Test(arguments: [
        // Not "every 40 minutes": the next hour begins anew.
        ("*/40 * * * *", "at minutes 0 and 40 of every hour"),
        ("*/25 0-8 * * *", "every day at minutes 0, 25 and 50 of hours 0 to 8"),
        // Not "every 5 hours" alone: the next day begins anew.
        ("0 */5 * * *", "every 5 hours from 00:00 to 20:00"),
        ("10-20,40 3 * * *", "every day at minutes 10 to 20 and 40 of hour 3"),
        ("1-59/2 1,2,9 * * *", "every day at minutes 1 to 59 in steps of 2 of hours 1, 2 and 9"),
    ])
    func `is exact where it cannot`(text: String, expected: String) throws {
        #expect(try CronExpression(text).words == expected)
    }

    @Test func `names the zone`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        #expect(
            try CronExpression("0 18 * * 5").description(in: zone) == "every Friday at 18:00 (Europe/London)"
        )
    }
}
