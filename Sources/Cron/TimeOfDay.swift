/// A time as people write it: `18:00`, `9.30`, `18h`, `6pm`, `6:30 pm`, `noon`.
public struct TimeOfDay: Hashable, Sendable {
    /// From 0 to 23.
    public let hour: Int
    /// From 0 to 59.
    public let minute: Int

    /// Takes a time from the front of `words`; takes nothing, and is nil, if none stands there.
    ///
    /// A number alone is no time: it may belong to the command that follows.
    public init?(from words: inout ArraySlice<String>) {
        guard let word = words.first?.lowercased() else { return nil }
        let next = words.dropFirst().first?.lowercased()
        if let time = Self(word) {
            self = time
            words.removeFirst()
        } else if let next, ["am", "pm"].contains(next), let time = Self(word + next) {
            self = time
            words.removeFirst(2)
        } else {
            return nil
        }
    }

    private init?(_ word: String) {
        switch word {
        case "noon": (hour, minute) = (12, 0)
        case "midnight": (hour, minute) = (0, 0)
        default:
            let half = ["am", "pm"].first { word.hasSuffix($0) }
            let digits = word.dropLast(half?.count ?? 0)
            guard let (hour, minute) = Self.numbers(in: digits, hasHalf: half != nil) else { return nil }
            if let half {
                guard (1...12).contains(hour) else { return nil }
                self.hour = hour % 12 + (half == "pm" ? 12 : 0)
            } else {
                self.hour = hour
            }
            self.minute = minute
        }
    }

    private static func numbers(in text: Substring, hasHalf: Bool) -> (hour: Int, minute: Int)? {
        let mark = text.firstIndex { ":.h".contains($0) }
        guard mark != nil || hasHalf else { return nil }
        let minutes = mark.map { text[text.index(after: $0)...] } ?? ""
        let mayEnd = mark.map { text[$0] == "h" } ?? true  // 18h and 6pm, but not "18:"
        guard let hour = number(text[..<(mark ?? text.endIndex)], digits: 1...2), hour < 24 else {
            return nil
        }
        if minutes.isEmpty, mayEnd { return (hour, 0) }
        guard let minute = number(minutes, digits: 2...2), minute < 60 else { return nil }
        return (hour, minute)
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
