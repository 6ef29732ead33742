/// The times of a day in words.
struct TimeWords {
    /// `at 09:00 and 17:00`, `every 15 minutes`.
    let text: String
    /// Whether it says how often, for any length of time, rather than when on a day.
    var isFrequency: Bool { !text.hasPrefix("at ") || text.hasSuffix("every hour") }

    init(minutes: [Int], hours: [Int]) {
        text = Self.frequency(minutes: minutes, hours: hours) ?? Self.times(minutes: minutes, hours: hours)
    }

    private static func frequency(minutes: [Int], hours: [Int]) -> String? {
        guard let firstMinute = minutes.first, let lastMinute = minutes.last else { return nil }
        let allDay = hours.count == 24
        if minutes.count == 1 {
            guard let step = hours.step, hours.count > 4 else { return nil }
            let often = step == 1 ? "every hour" : "every \(step) hours"
            if allDay {
                return firstMinute == 0 ? "every hour, on the hour" : "every hour at minute \(firstMinute)"
            }
            return often + span(from: (hours[0], firstMinute), to: (hours[hours.count - 1], firstMinute))
        }
        // Only steps that divide the hour go on evenly from one hour to the next.
        guard let step = minutes.step, firstMinute == 0, step * minutes.count == 60 else { return nil }
        let often = step == 1 ? "every minute" : "every \(step) minutes"
        if allDay { return often }
        guard hours.count == 1 || hours.step == 1, hours.count * minutes.count > 4 else { return nil }
        return often + span(from: (hours[0], 0), to: (hours[hours.count - 1], lastMinute))
    }

    private static func times(minutes: [Int], hours: [Int]) -> String {
        if minutes.count * hours.count <= 6 {
            return "at " + hours.flatMap { hour in minutes.map { clock(hour, $0) } }.listed()
        }
        let past = "at \(minutes.count == 1 ? "minute" : "minutes") \(minutes.named(String.init).listed())"
        if hours.count == 24 { return past + " of every hour" }
        return past + " of \(hours.count == 1 ? "hour" : "hours") \(hours.named(String.init).listed())"
    }

    private static func span(from first: (Int, Int), to last: (Int, Int)) -> String {
        " from \(clock(first.0, first.1)) to \(clock(last.0, last.1))"
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
