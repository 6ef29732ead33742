/// The expression on a clock that is never put forward or back.
extension CronExpression {
    /// The first matching time after `time`, both in seconds since the start of 1970 on the local clock.
    ///
    /// There always is one: an expression that never comes was refused.
    func firstLocalTime(after time: Int) -> Int? {
        let minute = CalendarDay.floor(time, by: 60) + 1
        let today = CalendarDay(number: CalendarDay.floor(minute, by: 1_440))
        let minuteOfDay = minute - today.number * 1_440
        if matches(today), let next = firstMinute(from: minuteOfDay) {
            return (today.number * 1_440 + next) * 60
        }
        guard let day = firstDay(from: today.advanced(by: 1)), let first = firstMinute(from: 0) else {
            return nil
        }
        return (day.number * 1_440 + first) * 60
    }

    /// The first matching day from `start` on; nil if there is none in 400 years, and so none ever.
    func firstDay(from start: CalendarDay) -> CalendarDay? {
        var (year, month, day) = start.date
        let end = year + 400
        while year <= end {
            let length = CalendarDay.length(ofMonth: month, year: year)
            if months.contains(month), day <= length {
                let zeroth = CalendarDay(year: year, month: month, day: 1).number - 1
                for candidate in day...length
                where matches(candidate, of: length, weekday: CalendarDay(number: zeroth + candidate).weekday)
                {
                    return CalendarDay(number: zeroth + candidate)
                }
            }
            (year, month, day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
        }
        return nil
    }

    /// The first matching minute of a day, counted from its start.
    func firstMinute(from start: Int) -> Int? {
        guard start < 1_440 else { return nil }
        for hour in (start / 60)..<24 where hours.contains(hour) {
            let first = hour == start / 60 ? start % 60 : 0
            for minute in first..<60 where minutes.contains(minute) { return hour * 60 + minute }
        }
        return nil
    }

    /// The last matching minute of a day, counted from its start.
    var lastMinute: Int { (hours.values.last ?? 0) * 60 + (minutes.values.last ?? 0) }

    private func matches(_ candidate: CalendarDay) -> Bool {
        let (year, month, day) = candidate.date
        return months.contains(month)
            && matches(
                day,
                of: CalendarDay.length(ofMonth: month, year: year),
                weekday: candidate.weekday
            )
    }

    private func matches(_ day: Int, of length: Int, weekday: Int) -> Bool {
        let dayMatches = days.contains(day) || (days.includesLastDay && day == length)
        let weekdayMatches =
            weekdays.contains(weekday) || weekdays.contains(weekday: weekday, count: (day + 6) / 7)
        return needsBothDays ? dayMatches && weekdayMatches : dayMatches || weekdayMatches
    }

    /// Whether a date has to match the day and the weekday, and not only one of them.
    var needsBothDays: Bool { days.isStarred || weekdays.isStarred }
}
