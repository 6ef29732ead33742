internal import PluginAPI

/// From when on somebody wants to know what was said.
enum Since {
    /// Since the last summary of this kind.
    case last
    /// Since the beginning of a day, or an hour of it.
    case day(Day, TimeOfDay?)
    /// Since it was last this time of day.
    case time(TimeOfDay)
    /// So many seconds ago.
    case ago(Double)

    /// A day as people name it.
    enum Day: Hashable {
        case today
        case yesterday
        /// The last one before today; Sunday is 0.
        case weekday(Int)
        case date(year: Int, month: Int, day: Int)
    }

    /// Takes `today`, `since …` or `last 2 hours` out of what was typed, wherever it stands.
    ///
    /// - Returns: What is left, and since when; nil where no time is named.
    static func taken(
        from words: [String],
        context: PluginContext
    ) throws(UsageError) -> (rest: [String], since: Since?) {
        let lowered = words.map { $0.lowercased() }
        if let today = lowered.firstIndex(of: "today"), !lowered[..<today].contains("since") {
            return (Array(words[..<today] + words[(today + 1)...]), .day(.today, nil))
        }
        guard let start = lowered.firstIndex(where: { ["since", "last", "past"].contains($0) }) else {
            return (words, nil)
        }
        let after = start + 1
        let end = lowered[after...].firstIndex(where: Subject.begins) ?? words.endIndex
        // "in the last 2 hours": what leads to the time belongs to it.
        let before = lowered[..<start]
        let leading =
            lowered[start] == "since" ? 0 : before.reversed().prefix { ["in", "the"].contains($0) }.count
        let time = lowered[after..<end].filter { $0 != "the" && $0 != "at" && $0 != "on" }
        let since = lowered[start] == "since" ? Since(time) : Since(length: time)
        guard let since else { throw misread(lowered[start..<end].joined(separator: " "), context) }
        return (Array(words[..<(start - leading)] + words[end...]), since)
    }

    private static func misread(_ typed: String, _ context: PluginContext) -> UsageError {
        UsageError(
            "\"\(typed.repeated())\" is no time that I understand. Try \(context.typed("summary since 18:00")), "
                + "`since yesterday`, `since monday`, `since 2026-03-01`, `since 2h` or `since last`."
        )
    }
}

extension Since {
    /// Reads what stands after `since`, in lower case; nil where it is no time.
    private init?(_ words: [String]) {
        var rest = words[...]
        if ["last", "last time", "last summary", "last one"].contains(words.joined(separator: " ")) {
            self = .last
            return
        }
        if rest.first == "last" { rest.removeFirst() }
        if let seconds = Self.length(rest) {
            self = .ago(seconds)
            return
        }
        let day = rest.first.flatMap(Day.init)
        if day != nil { rest.removeFirst() }
        let time = TimeOfDay(from: &rest)
        guard rest.isEmpty else { return nil }
        switch (day, time) {
        case (let day?, let time): self = .day(day, time)
        case (nil, let time?): self = .time(time)
        case (nil, nil): return nil
        }
    }

    /// Reads what stands after `last`, in lower case; nil where it is no length of time.
    private init?(length words: [String]) {
        guard !words.isEmpty else {
            self = .last
            return
        }
        guard let seconds = Self.length(words[...]) else { return nil }
        self = .ago(seconds)
    }

    /// Seconds: `2h`, `30 minutes`, `an hour ago`, `week`.
    private static func length(_ words: ArraySlice<String>) -> Double? {
        var words = Array(words)
        if words.last == "ago" { words.removeLast() }
        if words.count == 1 {
            let digits = words[0].prefix { $0.isASCII && $0.isNumber }
            words = [digits.isEmpty ? "1" : String(digits), String(words[0].dropFirst(digits.count))]
        }
        guard words.count == 2, let unit = seconds(in: words[1]) else { return nil }
        let number = ["a", "an", "one"].contains(words[0]) ? 1 : Int(words[0])
        // Four digits of any unit are far more than a room is old.
        guard let number, (1...9_999).contains(number) else { return nil }
        return Double(number) * unit
    }

    private static func seconds(in unit: String) -> Double? {
        switch unit {
        case "m", "min", "mins", "minute", "minutes": 60
        case "h", "hr", "hrs", "hour", "hours": 3_600
        case "d", "day", "days": 86_400
        case "w", "week", "weeks": 604_800
        default: nil
        }
    }
}

extension Since.Day {
    private static let weekdays = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]

    /// Reads `today`, `yesterday`, `monday`, `mon` or `2026-03-01`; nil where it is none of these.
    fileprivate init?(_ word: String) {
        switch word {
        case "today", "midnight": self = .today
        case "yesterday": self = .yesterday
        default:
            if word.count >= 3, let weekday = Self.weekdays.firstIndex(where: { $0.hasPrefix(word) }) {
                self = .weekday(weekday)
                return
            }
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
                let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
            else { return nil }
            self = .date(year: year, month: month, day: day)
        }
    }
}
