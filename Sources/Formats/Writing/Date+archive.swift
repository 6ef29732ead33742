internal import Foundation

extension Date {
    /// `2026-03-01T10:00:00Z`, with milliseconds where there are any; nil for a year that does not have four digits,
    /// which calendars of other programs do not hold.
    var rfc3339: String? {
        guard let milliseconds = wholeMilliseconds else { return nil }
        let (second, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let fraction = rest < 0 ? rest + 1000 : rest
        let whole = Date(timeIntervalSince1970: Double(rest < 0 ? second - 1 : second)).formatted(.iso8601)
        guard fraction != 0 else { return whole }
        return whole.dropLast() + "." + "\(1000 + fraction)".dropFirst() + "Z"
    }

    /// `2026-03-01 10:00:00`, in UTC; nil where ``rfc3339`` is.
    var sqlText: String? {
        rfc3339.map { $0.prefix(10) + " " + $0.dropFirst(11).prefix(8) }
    }

    /// `Sun, 01 Mar 2026 10:00:00 +0000`; nil where ``rfc3339`` is.
    var feedText: String? {
        guard let text = sqlText, let month = Int(text.dropFirst(5).prefix(2)), let wholeMilliseconds else {
            return nil
        }
        // The first day was a Thursday.
        let day = (Int((Double(wholeMilliseconds) / 86_400_000).rounded(.down)) + 4) % 7
        let name = Self.days[day < 0 ? day + 7 : day]
        let date = "\(text.dropFirst(8).prefix(2)) \(Self.months[month - 1]) \(text.prefix(4))"
        return "\(name), \(date) \(text.suffix(8)) +0000"
    }

    /// Whether ``sqlText`` lacks a part of it.
    var hasMilliseconds: Bool { wholeMilliseconds.map { $0 % 1000 != 0 } ?? false }

    private var wholeMilliseconds: Int? {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        return (Self.firstMillisecond...Self.lastMillisecond).contains(milliseconds) ? Int(milliseconds) : nil
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The years 1 to 9999.
    private static let firstMillisecond = -62_135_596_800_000.0
    private static let lastMillisecond = 253_402_300_799_999.0
}
