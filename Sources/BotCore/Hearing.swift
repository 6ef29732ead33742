package import BotStore
package import Foundation
internal import MatrixTypes

/// What decides whether a command is answered at all, besides what it says. A value.
package struct Hearing: Sendable {
    /// What a command gets.
    enum Decision: Hashable {
        case answered
        case missed(Absence)
        case overBudget(sentence: String?)
    }

    /// Where we were away: commands that were asked long before we came back are not answered.
    let absence: Absence?
    /// The instant that the budget counts by; nil to go by when each command was asked, as when we were away.
    let now: Date?
    private var budget: AnswerBudget

    package init(absence: Absence?, now: Date?, limits: AnswerBudget.Limits) {
        self.absence = absence
        self.now = now
        budget = AnswerBudget(limits)
    }

    /// The same budget at another time.
    package func heard(absence: Absence?, now: Date?) -> Hearing {
        Hearing(absence: absence, now: now, budget: budget)
    }

    private init(absence: Absence?, now: Date?, budget: AnswerBudget) {
        self.absence = absence
        self.now = now
        self.budget = budget
    }

    /// Decides on one command, and counts it.
    mutating func decide(on person: UserID, in room: RoomID, askedAt: Date) -> Decision {
        if let absence, askedAt < absence.answersAfter { return .missed(absence) }
        switch budget.take(for: person, in: room, at: now ?? askedAt) {
        case .answered: return .answered
        case .spent(let sentence): return .overBudget(sentence: sentence)
        }
    }
}
