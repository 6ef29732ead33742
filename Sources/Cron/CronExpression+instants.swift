public import struct Foundation.Date
public import struct Foundation.TimeZone

extension CronExpression {
    /// The next instant, on a whole minute of the zone's clock.
    ///
    /// Where minute or hour begins with `*`, it follows the hours as they pass: what the clocks skip does not
    /// run, what they repeat runs again. Otherwise each time runs once a day: a skipped one when the
    /// clocks have gone forward, a repeated one the first time.
    ///
    /// - Parameters:
    ///   - instant: The answer is later than this, never the same.
    ///   - zone: Whose clock is meant.
    /// - Returns: nil beyond the year 5000, or if clocks skip every one of the times.
    public func next(after instant: Date, in zone: TimeZone) -> Date? {
        let seconds = instant.timeIntervalSince1970.rounded(.down)
        // This refuses what is not a number, too.
        guard abs(seconds) < ZoneClock.farthestInstant else { return nil }

        return next(after: Int(seconds), on: ZoneClock(zone: zone))
            .map { Date(timeIntervalSince1970: Double($0)) }
    }

    /// The next instants, in order; fewer than `count` only where ``next(after:in:)`` finds no more.
    public func instants(after instant: Date, in zone: TimeZone, count: Int) -> [Date] {
        var instants: [Date] = []
        var last = instant
        while instants.count < count, let next = next(after: last, in: zone) {
            instants.append(next)
            last = next
        }
        return instants
    }

    /// The next instant in whole seconds since 1970.
    func next(after instant: Int, on clock: ZoneClock) -> Int? {
        minutes.isStarred || hours.isStarred
            ? nextByHours(after: instant, on: clock) : nextByClock(after: instant, on: clock)
    }

    /// The first instant after `instant` at which a time that matches is first shown, or skipped.
    private func nextByClock(after instant: Int, on clock: ZoneClock) -> Int? {
        var time = instant + clock.offset(at: instant)
        while let next = firstLocalTime(after: time) {
            let shown = clock.firstInstant(showing: next)
            if shown > instant { return shown }
            time = next  // it had its turn before the clocks were put back
        }
        return nil
    }

    /// The first instant after `instant` at which the clock shows a time that matches.
    private func nextByHours(after instant: Int, on clock: ZoneClock) -> Int? {
        let margin = 3 * ZoneClock.farthest
        var start = instant
        var offset = clock.offset(at: start)
        var time = start + offset
        // Each round returns, passes a change of the clocks, or leaps towards the next matching date.
        for _ in 0..<2_000 {
            guard let next = firstLocalTime(after: time) else { return nil }
            let shown = next - offset
            if let change = clock.firstChange(after: start, through: min(shown, start + margin)) {
                start = change
                offset = clock.offset(at: start)
                time = start + offset - 1  // the first second after a change may match
            } else if shown <= start + margin {
                return shown
            } else {
                // Clocks differ by less than the margin: nothing matches before both ends of the leap.
                start = max(start + margin, shown - margin)
                offset = clock.offset(at: start)
                time = start + offset
            }
        }
        return nil
    }
}
