extension ScheduleText {
    /// Why words are not a schedule.
    public enum ParseError: Error, Hashable, CustomStringConvertible {
        case unknownForm(found: String?)
        case notAWeekday(found: String?)
        case notADate(found: String?)
        case notATime(found: String?, after: String)
        case expression(CronExpression.ParseError)

        /// What is wrong, and what to write instead: one sentence for the person who typed it.
        public var description: String {
            switch self {
            case .unknownForm(let found):
                """
                \(found.map { "\"\($0.excerpt)\" is no schedule" } ?? "The schedule is missing"); write hourly, \
                daily 9:00, weekdays 9:00, weekly friday 18:00 or monthly 1 9:00.
                """
            case .notAWeekday(let found):
                """
                \(found.map { "\"\($0.excerpt)\" is no weekday" } ?? "The weekday is missing"); write for \
                example weekly friday 18:00.
                """
            case .notADate(let found):
                """
                \(found.map { "\"\($0.excerpt)\" is no day of the month" } ?? "The day of the month is missing"); \
                write 1 to 31 or last, for example monthly 1 9:00.
                """
            case .notATime(let found, let form):
                """
                \(found.map { "\"\($0.excerpt)\" is no time of day" } ?? "The time is missing"); write for \
                example \(form) 18:00 or \(form) 6pm.
                """
            case .expression(let error):
                error.description
            }
        }
    }
}
