import Foundation

/// A clock that is looked at every minute: slow, and simple enough to be believed.
struct MinuteByMinuteClock {
    let expression: String
    let minutes: Set<Int>
    let hours: Set<Int>
    /// Whether it follows the hours as they pass.
    let followsHours: Bool

    static let all = [
        Self(expression: "*/20 * * * *", minutes: [0, 20, 40], hours: Set(0...23), followsHours: true),
        Self(expression: "45 * * * *", minutes: [45], hours: Set(0...23), followsHours: true),
        Self(
            expression: "15 */2 * * *",
            minutes: [15],
            hours: Set(stride(from: 0, to: 24, by: 2)),
            followsHours: true
        ),
        Self(expression: "30 0-3 * * *", minutes: [30], hours: Set(0...3), followsHours: false),
        Self(
            expression: "0,59 0,1,2,23 * * *",
            minutes: [0, 59],
            hours: [0, 1, 2, 23],
            followsHours: false
        ),
        Self(expression: "5 1 * * *", minutes: [5], hours: [1], followsHours: false),
    ]

    func instants(after start: Date, hours span: Int, in zone: TimeZone) -> [Date] {
        let start = Int(start.timeIntervalSince1970) / 60
        var instants: [Int] = []
        // What was shown before the start, so that a repeated time is known.
        var latest = shown(at: start - 26 * 60, in: zone)
        for minute in (start - 26 * 60 + 1)...(start + span * 60) {
            let now = shown(at: minute, in: zone)
            let fires =
                followsHours
                ? matches(now) : now > latest && (latest + 1...now).contains(where: matches)
            if fires, minute > start { instants.append(minute) }
            latest = max(latest, now)
        }
        return instants.map { Date(timeIntervalSince1970: Double($0 * 60)) }
    }

    private func matches(_ shown: Int) -> Bool {
        minutes.contains(shown % 60) && hours.contains(shown / 60 % 24)
    }

    /// Minutes since 1970 on the local clock.
    private func shown(at minute: Int, in zone: TimeZone) -> Int {
        minute + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(minute * 60))) / 60
    }
}
