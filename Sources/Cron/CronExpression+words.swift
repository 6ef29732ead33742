public import struct Foundation.TimeZone

extension CronExpression {
    /// What the expression means, and on whose clock: `every Friday at 18:00 (Europe/London)`.
    public func description(in zone: TimeZone) -> String {
        "\(words) (\(zone.identifier))"
    }

    /// What the expression means: `every Friday at 18:00`, `Monday to Friday, every 15 minutes`.
    ///
    /// What has no short form is said field by field.
    public var words: String {
        let time = TimeWords(minutes: minutes.values, hours: hours.values)
        let dates = DateWords(self)
        guard let days = dates.text else {
            return time.isFrequency ? time.text : "every day \(time.text)"
        }
        return days + (time.isFrequency || dates.hasClauses ? ", " : " ") + time.text
    }
}

extension [String] {
    /// `a, b and c`.
    func listed(_ conjunction: String = "and") -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension [Int] {
    /// Each number in words; where three or more follow each other, only the first and the last: `1 to 7`.
    func named(_ name: (Int) -> String) -> [String] {
        if let step, step > 1, count > 6, let first, let last {
            return ["\(name(first)) to \(name(last)) in steps of \(step)"]
        }
        var names: [String] = []
        var start = startIndex
        while start < endIndex {
            let end = self[start...].indices.last { self[$0] - self[start] == $0 - start } ?? start
            if end - start >= 2 {
                names.append("\(name(self[start])) to \(name(self[end]))")
            } else {
                names += self[start...end].map(name)
            }
            start = end + 1
        }
        return names
    }

    /// The distance between neighbours, if it is the same for all and there are at least two.
    var step: Int? {
        guard count > 1 else { return nil }
        let step = self[1] - self[0]
        return zip(self, dropFirst()).allSatisfy { $1 - $0 == step } ? step : nil
    }
}
