internal import BotStore

/// How far something long has come.
struct Progress: Hashable, Sendable {
    /// What is done: `Cutting into sentences`.
    var phase: String
    /// How many are done, in units.
    var done = 0
    /// Of how many; nil where nobody knows.
    var total: Int?
    /// What is counted: `comments`, `bytes`.
    var unit: String
    /// Whether numbers are bytes, and shown as megabytes.
    var isBytes: Bool { unit == "MB" }

    /// One line for a terminal.
    ///
    /// `Cutting into sentences ━━━━━━──── 41 % · 41,000 of 100,000 comments · 12,300/s · 0:05 left`; what has no place
    /// is left out, from the end.
    ///
    /// - Parameters:
    ///   - elapsed: Since the phase began.
    ///   - width: How many columns the terminal has.
    func line(elapsed: Duration, width: Int) -> String {
        let seconds = max(elapsed / .seconds(1), 0.001)
        let rate = Double(done) / seconds
        var parts = ["\(number(done))\(total.map { " of \(number($0))" } ?? "") \(unit)"]
        if done > 0, seconds >= 1, total != nil { parts.append("\(number(Int(rate)))/s") }
        if let total, total > 0, done > 0 {
            let share = min(Double(done) / Double(total), 1)
            parts.insert("\(Int(share * 100)) %", at: 0)
            let left = Double(max(total - done, 0)) / rate
            if seconds >= 1 { parts.append("\(Self.clock(left)) left") }
        } else {
            parts.append(Self.clock(seconds))
        }
        while parts.count > 1, phase.count + 3 + parts.joined(separator: " · ").count >= width {
            parts.removeLast()
        }
        let text = parts.joined(separator: " · ")
        let room = min(width - 1 - phase.count - text.count - 2, 24)
        guard room >= 8, let total, total > 0 else {
            return String("\(phase) · \(text)".prefix(max(width - 1, 0)))
        }
        let full = Int(Double(room) * min(Double(done) / Double(total), 1))
        let bar = String(repeating: "━", count: full) + String(repeating: "─", count: room - full)
        return "\(phase) \(bar) \(text)"
    }

    /// `1:02:03`, `2:03`.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded())
        let tail = whole % 60
        let minutes = whole / 60
        let padded = (tail < 10 ? "0" : "") + "\(tail)"
        guard minutes >= 60 else { return "\(minutes):\(padded)" }
        return "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60):\(padded)"
    }

    /// `100,000`; of bytes `12.3`.
    private func number(_ count: Int) -> String {
        isBytes ? count.megabytes : count.grouped
    }
}
