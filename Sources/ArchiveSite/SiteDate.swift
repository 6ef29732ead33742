internal import struct Foundation.Date

/// An instant in UTC, for people and for programs.
///
/// A page has hundreds of them, so they are computed: Foundation's formatters take most of a page's time.
struct SiteDate {
    private let year: Int
    private let monthNumber: Int
    private let dayOfMonth: Int
    private let secondOfDay: Int

    init(_ date: Date) {
        // Within what a year of four digits can say.
        let seconds = Int(
            min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799).rounded(.down)
        )
        let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
        secondOfDay = seconds - days * 86_400
        // Years that begin in March, in cycles of 400: the leap day is the last day then.
        let shifted = days + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        monthNumber = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfCycle + cycle * 400 + (monthNumber <= 2 ? 1 : 0)
    }

    /// `2026-03-01T14:05:09Z`.
    var iso: String {
        "\(isoDay)T\(two(secondOfDay / 3_600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))Z"
    }

    /// `2026-03-01`.
    var isoDay: String {
        let digits = String(year)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
            + "-\(two(monthNumber))-\(two(dayOfMonth))"
    }

    /// `1 March 2026`.
    var day: String { "\(dayOfMonth) \(Self.months[monthNumber - 1]) \(year)" }

    /// Months since the year 0.
    var monthIndex: Int { year * 12 + monthNumber - 1 }

    /// `March 2026`.
    var month: String { "\(Self.months[monthNumber - 1]) \(year)" }

    /// `14:05`.
    var clock: String { "\(two(secondOfDay / 3_600)):\(two(secondOfDay / 60 % 60))" }

    /// `1 March 2026, 14:05 UTC`.
    var instant: String { "\(day), \(clock) UTC" }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
