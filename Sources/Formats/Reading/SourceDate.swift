internal import Discussion
internal import Foundation

/// An instant as formats write it: RFC 3339, RFC 822, and WordPress's `2024-03-01 10:00:00`.
struct SourceDate: Hashable {
    let instant: Date
    /// Whether a time zone stood there; without one it is read as UTC.
    let hasZone: Bool

    /// - Parameter text: nil is returned where it is no date that ever was; WordPress writes zeros for none.
    init?(_ text: String) {
        var fields = DateFields(text)
        guard let day = fields.takeDay(), let time = fields.takeTime() else { return nil }
        let zone = fields.takeZone()
        guard fields.isAtEnd, zone != .unknown else { return nil }
        let seconds = Self.days(year: day.year, month: day.month, day: day.day) * 86_400 + time.seconds
        let offset = if case .seconds(let offset) = zone { offset } else { 0 }
        instant = Date(timeIntervalSince1970: Double(seconds - offset) + time.fraction)
        hasZone = zone != .missing
    }

    /// How many days there are from 1970-01-01 to a day.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        // Counted in years that begin in March, so that a leap day is the last day of one.
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The instant that a source gives, and what is to be said of it.
    ///
    /// - Parameters:
    ///   - text: nil or blank where it gives none.
    ///   - place: What the date belongs to.
    static func reading(_ text: String?, at place: String) -> (instant: Date?, remarks: [SourcePiece]) {
        guard let text = text?.foldedLine else { return (nil, []) }
        guard let date = Self(text) else { return (nil, [.remark(SourceRemark(.dateUnreadable, at: place))]) }
        return (date.instant, date.hasZone ? [] : [.remark(SourceRemark(.dateWithoutZone, at: place))])
    }
}
