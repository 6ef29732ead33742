internal import Foundation
internal import MatrixTypes

/// How many answers a person and a room get in a minute, so that nobody can make the bot flood a room.
///
/// A value, kept in memory: after a restart everybody begins anew.
package struct AnswerBudget: Hashable, Sendable {
    /// What a command gets.
    enum Grant: Hashable {
        case answered
        /// No answer but this sentence, the first time in a minute; afterwards none at all.
        case spent(sentence: String?)
    }

    /// The largest numbers of answers in a minute; nil for as many as are asked for.
    package struct Limits: Hashable, Sendable {
        package let person: Int?
        package let room: Int?

        package init(person: Int?, room: Int?) {
            self.person = person
            self.room = room
        }
    }

    private struct Key: Hashable {
        let room: RoomID
        /// nil for the whole room.
        let person: UserID?
    }

    private let limits: Limits
    private var minute = 0
    private var counts: [Key: Int] = [:]

    package init(_ limits: Limits) {
        self.limits = limits
    }

    /// Counts one command of a person in a room.
    mutating func take(for person: UserID, in room: RoomID, at now: Date) -> Grant {
        let current = Int(now.timeIntervalSince1970 / 60)
        if current != minute { (minute, counts) = (current, [:]) }
        if let grant = spent(Key(room: room, person: person), limits.person, "you have had") { return grant }
        return spent(Key(room: room, person: nil), limits.room, "this room has had") ?? .answered
    }

    private mutating func spent(_ key: Key, _ limit: Int?, _ who: String) -> Grant? {
        guard let limit else { return nil }
        counts[key, default: 0] += 1
        let count = counts[key, default: 0]
        guard count > limit else { return nil }
        let answers = limit == 1 ? "1 answer" : "\(limit) answers"
        let sentence =
            "That was a lot at once: \(who) \(answers) in this minute. Please ask again in the next."
        return .spent(sentence: count == limit + 1 ? sentence : nil)
    }
}
