/// Schedules as people say them: `weekly friday 18:00`, `daily 9am`, `hourly`.
public enum ScheduleText {
    /// Reads a schedule at the beginning of a command line; what follows it is left alone.
    ///
    /// The forms are `hourly`, `daily TIME`, `weekdays TIME`, `weekends TIME`, `weekly DAY TIME` and
    /// `monthly DATE TIME`; `on`, `at` and `the` may stand between.
    ///
    /// - Parameter words: The words of the line, the schedule's first.
    /// - Returns: The expression and how many words it took.
    /// - Throws: ``ParseError`` to tell a person what to write instead.
    public static func parse(
        words: [String]
    ) throws(ParseError) -> (expression: CronExpression, consumed: Int) {
        var rest = words[...]
        let fields = try fields(from: &rest)
        do {
            return (try CronExpression(fields), words.count - rest.count)
        } catch {
            throw .expression(error)
        }
    }

    private static func fields(from words: inout ArraySlice<String>) throws(ParseError) -> String {
        let form = words.popFirst()
        switch form?.lowercased() {
        case "hourly":
            return "0 * * * *"
        case "daily":
            return try time(from: &words, after: "daily") + " * * *"
        case "weekdays":
            return try time(from: &words, after: "weekdays") + " * * mon-fri"
        case "weekends":
            return try time(from: &words, after: "weekends") + " * * sat,sun"
        case "weekly":
            let days = try weekdays(from: &words)
            return try time(from: &words, after: "weekly \(days)") + " * * \(days)"
        case "monthly":
            let date = try date(from: &words)
            return try time(from: &words, after: "monthly \(date)") + " \(date) * *"
        default:
            throw .unknownForm(found: form)
        }
    }

    /// Minute and hour.
    private static func time(
        from words: inout ArraySlice<String>,
        after form: String
    ) throws(ParseError) -> String {
        skipParticles(&words)
        let found = words.first
        guard let time = TimeOfDay(from: &words) else { throw .notATime(found: found, after: form) }
        return "\(time.minute) \(time.hour)"
    }

    /// One weekday, or several with commas between them: `fri`, `mon,thu`.
    private static func weekdays(from words: inout ArraySlice<String>) throws(ParseError) -> String {
        skipParticles(&words)
        let found = words.popFirst()
        let names = (found ?? "").split(separator: ",", omittingEmptySubsequences: false).map(weekday)
        guard !names.contains(nil) else { throw .notAWeekday(found: found) }
        return names.compactMap(\.self).joined(separator: ",")
    }

    /// `fri` for `fri`, `Friday`, `fridays`.
    private static func weekday(_ word: Substring) -> String? {
        let lowered = word.lowercased()
        let singular = lowered.hasSuffix("s") ? String(lowered.dropLast()) : lowered
        let name = DateWords.weekdayNames.first { name in
            [lowered, singular].contains { $0.count >= 3 && name.lowercased().hasPrefix($0) }
        }
        return name.map { $0.prefix(3).lowercased() }
    }

    /// `1`, `15th` or `last`, as a field.
    private static func date(from words: inout ArraySlice<String>) throws(ParseError) -> String {
        skipParticles(&words)
        let found = words.popFirst()
        let word = found?.lowercased() ?? ""
        if word == "last" { return "L" }
        let isOrdinal = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
        guard let day = Int(isOrdinal ? word.dropLast(2) : word[...]), day >= 0 else {
            throw .notADate(found: found)
        }
        return "\(day)"
    }

    private static func skipParticles(_ words: inout ArraySlice<String>) {
        while let word = words.first, ["on", "at", "the"].contains(word.lowercased()) { words.removeFirst() }
    }
}
