internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// What the clocks of a zone show, in whole seconds since 1970.
///
/// It takes it that clocks are changed at most once in two days, as they are in every zone since 1970.
struct ZoneClock {
    /// No zone is further from UTC than this, in seconds.
    static let farthest = 86_400
    /// The end of the year 4999: calendars are not asked about anything later, or as long before 1970.
    static let farthestInstant = 95_617_584_000.0

    let zone: TimeZone

    /// How far the local clock is ahead of UTC.
    func offset(at instant: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }

    /// The first instant at which the local clock shows `time`; where it skips that, the end of the gap.
    func firstInstant(showing time: Int) -> Int {
        let before = offset(at: time - Self.farthest)
        let after = offset(at: time + Self.farthest)
        guard before != after else { return time - before }

        let change = change(after: time - Self.farthest, through: time + Self.farthest, from: before)
        if time < change + before { return time - before }
        return max(change, time - after)
    }

    /// The first change of the clocks after `start` and not after `end`; nil if there is none.
    func firstChange(after start: Int, through end: Int) -> Int? {
        var start = start
        let before = offset(at: start)
        while start < end {
            let next = min(start + 86_400, end)
            if offset(at: next) != before { return change(after: start, through: next, from: before) }
            start = next
        }
        return nil
    }

    /// The change that is known to lie after `start` and not after `end`, by halving.
    private func change(after start: Int, through end: Int, from before: Int) -> Int {
        var (start, end) = (start, end)
        while end - start > 1 {
            let middle = start + (end - start) / 2
            if offset(at: middle) == before { start = middle } else { end = middle }
        }
        return end
    }
}
