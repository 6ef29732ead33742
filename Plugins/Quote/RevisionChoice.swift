internal import Foundation
internal import PluginAPI

/// Which of its texts somebody wants of a statement: `2026-03-01`, `1` or `r1`.
enum RevisionChoice: Hashable {
    case number(Int)
    /// The one that was there at the end of a day: before this instant.
    case before(Date)

    /// nil where the text is neither a day nor a number.
    ///
    /// - Parameter zone: On whose clock the day ends.
    init?(_ text: String, zone: TimeZone) {
        let typed = text.lowercased()
        if let number = Int(typed.hasPrefix("r") ? String(typed.dropFirst()) : typed), number >= 0 {
            self = .number(number)
        } else if let end = Self.end(ofDay: typed, in: zone) {
            self = .before(end)
        } else {
            return nil
        }
    }

    /// The last revision that it can mean; nil where there is none.
    func revision(among revisions: [StatementRevision]) -> StatementRevision? {
        switch self {
        case .number(let number): revisions.first { $0.number == number }
        // What nobody wrote down was there before everything else.
        case .before(let end): revisions.last { $0.importedAt.map { $0 < end } ?? true }
        }
    }

    /// `2026-03-01`: how a day is typed.
    static func typed(_ day: Date, in zone: TimeZone) -> String {
        let parts = calendar(of: zone).dateComponents([.year, .month, .day], from: day)
        return [parts.year, parts.month, parts.day].compactMap(\.self).map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: "-")
    }

    private static func end(ofDay text: String, in zone: TimeZone) -> Date? {
        // Phones make a longer dash of a hyphen.
        let parts = text.split(omittingEmptySubsequences: false) { "-‐‑–—/.".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, parts[0].count == 4 else { return nil }
        let calendar = calendar(of: zone)
        let day = DateComponents(
            calendar: calendar,
            year: numbers[0],
            month: numbers[1],
            day: numbers[2]
        )
        guard day.isValidDate, let start = calendar.date(from: day) else { return nil }
        return calendar.date(byAdding: .day, value: 1, to: calendar.startOfDay(for: start))
    }

    private static func calendar(of zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}
