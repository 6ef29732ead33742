internal import struct Foundation.Date

/// A day of the calendar, as a number that can be reckoned with.
struct SiteDay: Hashable, Comparable {
    /// Days since 1 January 1970.
    let number: Int

    init(number: Int) { self.number = number }

    /// - Parameter text: `2026-03-01`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]),
            (1...9999).contains(parts[0])
        else { return nil }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let cycle = year / 400
        let yearOfCycle = year - cycle * 400
        let month = parts[1] > 2 ? parts[1] - 3 : parts[1] + 9
        let dayOfYear = (153 * month + 2) / 5 + parts[2] - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        number = cycle * 146_097 + dayOfCycle - 719_468
        guard date.isoDay == text else { return nil }
    }

    var date: SiteDate { SiteDate(Date(timeIntervalSince1970: Double(number) * 86_400)) }

    static func < (one: SiteDay, other: SiteDay) -> Bool { one.number < other.number }
}
