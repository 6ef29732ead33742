/// A day of the Gregorian calendar, without a time zone.
struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    let number: Int

    /// 1 January 1970.
    static let zero = CalendarDay(number: 0)
    /// After so many days dates and weekdays come again in the same order: 400 years, 20,871 weeks.
    static let cycle = 146_097

    init(number: Int) {
        self.number = number
    }

    init(year: Int, month: Int, day: Int) {
        // Years from March put the day that comes and goes at the end. Dates and back again
        // by whole numbers, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        let shifted = month > 2 ? year : year - 1
        let era = Self.floor(shifted, by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * Self.cycle + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Sunday is 0.
    var weekday: Int { Self.modulo(number + 4, 7) }

    var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = Self.floor(shifted, by: Self.cycle)
        let dayOfEra = shifted - era * Self.cycle
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Division that rounds down, also below zero.
    static func floor(_ value: Int, by divisor: Int) -> Int {
        (value - modulo(value, divisor)) / divisor
    }

    private static func modulo(_ value: Int, _ divisor: Int) -> Int {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
