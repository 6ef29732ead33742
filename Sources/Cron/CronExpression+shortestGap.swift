public import struct Foundation.Date
public import struct Foundation.TimeZone

extension CronExpression {
    /// The shortest time between two neighbouring instants in the forty years after `start`.
    ///
    /// Changes of the zone's clocks count: times an hour apart can be a minute apart when the hour between
    /// them is skipped. Never more than the true distance.
    ///
    /// - Returns: nil if there are not two instants in that time.
    public func shortestGap(after start: Date, in zone: TimeZone) -> Duration? {
        let seconds = start.timeIntervalSince1970.rounded(.down)
        guard abs(seconds) < ZoneClock.farthestInstant else { return nil }

        let clock = ZoneClock(zone: zone)
        let horizon = 14_610 * 86_400
        let end = Int(seconds) + horizon
        var shortest = shortestLocalGap(from: Int(seconds), days: 14_610) ?? horizon
        var change = Int(seconds)
        while let next = clock.firstChange(after: change, through: end) {
            change = next
            shortest = min(shortest, shortestGap(around: change, upTo: shortest, on: clock))
        }
        return shortest < horizon ? .seconds(shortest) : nil
    }

    /// The shortest gap, in seconds, on a clock that is never changed.
    private func shortestLocalGap(from start: Int, days: Int) -> Int? {
        guard let first = firstMinute(from: 0) else { return nil }
        var gaps: [Int] = []
        var minute = first
        while let next = firstMinute(from: minute + 1) {
            gaps.append(next - minute)
            minute = next
        }

        let today = CalendarDay(number: CalendarDay.floor(start, by: 86_400))
        let end = today.advanced(by: days)
        var last: CalendarDay?
        while let day = firstDay(from: last?.advanced(by: 1) ?? today), day < end {
            if let last {
                gaps.append((day.number - last.number) * 1_440 - minute + first)
                if day.number == last.number + 1 { break }  // no two days are closer
            }
            last = day
        }
        return gaps.min().map { $0 * 60 }
    }

    /// The shortest gap, in seconds, between instants less than `limit` before a change of the clocks, and the
    /// first two from then on.
    private func shortestGap(around change: Int, upTo limit: Int, on clock: ZoneClock) -> Int {
        var shortest = limit
        var last: Int?
        var instant = change - limit - 1
        while last == nil || instant < change + limit, let next = next(after: instant, on: clock) {
            if let last { shortest = min(shortest, next - last) }
            if let last, last >= change { break }
            last = next
            instant = next
        }
        return shortest
    }
}
