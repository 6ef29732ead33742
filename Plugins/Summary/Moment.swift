internal import Foundation
internal import PluginAPI

/// When a summary is asked for, and on whose clock: now, or the instant for which it was scheduled.
struct Moment {
    /// From which people look back. A schedule may run late; it means its own hour.
    let reference: Date
    let zone: TimeZone
    /// The schedule that asks; nil where a person does.
    let schedule: EventID?

    /// - Parameter now: When it was accepted.
    init(of invocation: Invocation, at now: Date, context: PluginContext) {
        switch invocation.cause {
        case .message:
            (reference, zone, schedule) = (now, context.zone, nil)
        case .schedule(let id, let instant, let name):
            (reference, zone, schedule) = (instant, TimeZone(identifier: name) ?? context.zone, id)
        }
    }

    /// An instant in words: `Friday 4 March 2022, 18:00 (Europe/London)`. Above what a schedule posts, the zone is
    /// named already.
    func words(for instant: Date) -> String {
        instant.words(in: zone) + (schedule == nil ? " (\(zoneName))" : "")
    }

    private var zoneName: String { ["GMT", "Etc/UTC"].contains(zone.identifier) ? "UTC" : zone.identifier }

    /// The day that it belongs to, as a number: 20220304. Midnight belongs to the day that it ends.
    var day: Int {
        let parts = calendar.dateComponents([.year, .month, .day], from: startOfDay)
        return (parts.year ?? 0) * 10_000 + (parts.month ?? 0) * 100 + (parts.day ?? 0)
    }

    /// The instant that somebody means, looking back; nil where there is none.
    func instant(of since: Since) -> Date? {
        switch since {
        case .last: nil
        case .ago(let seconds): reference.addingTimeInterval(-seconds)
        case .time(let time): last(time)
        case .day(let day, let time): start(of: day).map { start in time.map { at($0, on: start) } ?? start }
        }
    }

    private var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    /// A digest at midnight is about the day that ends.
    private var startOfDay: Date { calendar.startOfDay(for: reference.addingTimeInterval(-0.001)) }

    private func last(_ time: TimeOfDay) -> Date? {
        let today = at(time, on: calendar.startOfDay(for: reference))
        // A digest at six about what was said since six is about a day.
        if today < reference { return today }
        return day(before: calendar.startOfDay(for: reference), by: 1).map { at(time, on: $0) }
    }

    private func start(of day: Since.Day) -> Date? {
        switch day {
        case .today: return startOfDay
        case .yesterday: return self.day(before: startOfDay, by: 1)
        case .weekday(let weekday):
            let today = calendar.component(.weekday, from: startOfDay) - 1
            return self.day(before: startOfDay, by: (today - weekday + 6) % 7 + 1)
        case .date(let year, let month, let day):
            let parts = DateComponents(year: year, month: month, day: day)
            let start = calendar.date(from: parts)
            // The calendar makes 3 March of 31 February.
            return start.flatMap { calendar.component(.day, from: $0) == day ? $0 : nil }
        }
    }

    private func day(before start: Date, by days: Int) -> Date? {
        calendar.date(byAdding: .day, value: -days, to: start)
    }

    /// An hour that the clocks skip begins where they go on.
    private func at(_ time: TimeOfDay, on start: Date) -> Date {
        calendar.date(bySettingHour: time.hour, minute: time.minute, second: 0, of: start)
            ?? start.addingTimeInterval(Double(time.hour * 3_600 + time.minute * 60))
    }
}
