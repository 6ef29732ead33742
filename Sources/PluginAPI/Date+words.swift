public import struct Foundation.Calendar
public import Foundation

extension Date {
    /// The instant as people say it, to the minute, without the zone: `Friday 4 March 2022, 18:00`.
    public func words(in zone: TimeZone) -> String {
        let parts = Self.calendar(of: zone).dateComponents([.hour, .minute], from: self)
        let time = "\(Self.twoDigits(parts.hour ?? 0)):\(Self.twoDigits(parts.minute ?? 0))"
        return "\(day(in: zone)), \(time)"
    }

    /// Its day as people say it: `Friday 4 March 2022`.
    public func day(in zone: TimeZone) -> String {
        let parts = Self.calendar(of: zone).dateComponents([.weekday, .day, .month, .year], from: self)
        guard let weekday = parts.weekday, let month = parts.month else { return "" }
        return "\(Self.weekdays[weekday - 1]) \(parts.day ?? 0) \(Self.months[month - 1]) \(parts.year ?? 0)"
    }

    private static func calendar(of zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
