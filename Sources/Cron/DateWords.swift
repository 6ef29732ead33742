/// The dates of an expression in words.
struct DateWords {
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    static let weekdayNames = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let counts = ["first", "second", "third", "fourth", "fifth"]

    private let days: FieldValues
    private let weekdays: FieldValues
    private let months: [Int]
    private let needsBoth: Bool

    init(_ expression: CronExpression) {
        days = expression.days
        weekdays = expression.weekdays
        months = expression.months.values
        needsBoth = expression.needsBothDays
    }

    /// `every Friday`, `on the 1st of every month`; nil if every day of the year is meant.
    var text: String? {
        let allDays = days.values.count == 31
        let allWeekdays = weekdays.values.count == 7
        switch (allDays, allWeekdays) {
        case (true, true): return everyDay
        case (true, false): return needsBoth ? weekdayText : everyDay
        case (false, true): return needsBoth ? dayText : everyDay
        case (false, false):
            return needsBoth
                ? "\(dayText), but only if it is \(condition)" : "\(dayText), and also \(weekdayText)"
        }
    }

    /// Whether the text has parts of its own, so that what follows needs a comma.
    var hasClauses: Bool {
        text.map { text in [", but", ", and also", ", where"].contains(where: text.contains) } ?? false
    }

    private var everyDay: String? { months.count == 12 ? nil : "every day\(inMonths)" }

    private var monthText: String { months.named { Self.monthNames[$0 - 1] }.listed() }

    private var inMonths: String { months.count == 12 ? "" : " in \(monthText)" }

    private var dayText: String {
        var names = days.values.named(Self.ordinal)
        if days.includesLastDay { names.append("last day") }
        let text = "on the \(names.listed()) of "
        // 1970 is no leap year.
        let isMissing = months.contains { month in
            days.values.contains { $0 > CalendarDay.length(ofMonth: month, year: 1970) }
        }
        return text + (months.count == 12 ? "every month" : monthText)
            + (isMissing ? ", where there is one" : "")
    }

    private var weekdayText: String {
        let plain = weekdaysFromMonday
        var parts: [String] = []
        if !plain.isEmpty {
            let names = plain.named { Self.weekdayNames[$0 % 7] }
            parts.append((plain.count > 2 && names.count == 1 ? "" : "every ") + names.listed())
        }
        let counted = countedWeekdays
        if !counted.isEmpty { parts.append("on \(counted.listed()) of the month") }
        return parts.joined(separator: " and ") + inMonths
    }

    /// What the weekday must be, after "if it is".
    private var condition: String {
        (weekdaysFromMonday.map { "a \(Self.weekdayNames[$0 % 7])" } + countedWeekdays).listed("or")
    }

    /// Monday is 1 and Sunday is 7, so that ranges read as weeks do.
    private var weekdaysFromMonday: [Int] { (1...7).filter { weekdays.contains($0 % 7) } }

    private var countedWeekdays: [String] {
        (1...7).flatMap { day in
            (1...5).filter { weekdays.contains(weekday: day % 7, count: $0) }
                .map { "the \(Self.counts[$0 - 1]) \(Self.weekdayNames[day % 7])" }
        }
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number / 10) {
            case (_, 1): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }
}
