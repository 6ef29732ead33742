internal import struct Foundation.Date
internal import PluginAPI

/// What of a room may be published, with the same rules as in the bot's store; everybody can read the room.
struct PublicationMemory {
    private var rule = PublicationRule.nothing
    private(set) var since: Date?
    private(set) var choices: [UserID: PublicationChoice] = [:]
    private var decisions: [EventID: PublicationDecision] = [:]

    /// Carries out a change.
    mutating func apply(_ change: PublicationChange, to kept: [KeptMessage], at now: Date) {
        switch change {
        case .room(let rule):
            since = rule == .nothing ? nil : rule == .everything ? now : since ?? now
            self.rule = rule
        case .person(let person, let choice): choices[person] = choice
        case .comment(let label, let decision):
            if let message = kept.first(where: { $0.label == label }) {
                decisions[message.draft.event] = decision
            }
        case .message(let event, let decision):
            if kept.contains(where: { $0.draft.event == event }) { decisions[event] = decision }
        }
    }

    private func isPublished(_ message: KeptMessage) -> Bool {
        let isAllowed =
            decision(on: message) == .approved || rule == .everything && decision(on: message) == .waiting
        return isAllowed && choices[message.draft.author] != .never
    }

    func decision(on message: KeptMessage) -> PublicationDecision {
        decisions[message.draft.event] ?? .waiting
    }

    func state(of kept: [KeptMessage]) -> PublicationState {
        let present = kept.filter { !$0.versions.isEmpty }
        let new = present.filter { message in since.map { message.draft.writtenAt >= $0 } ?? false }
        let waiting = new.filter { decision(on: $0) == .waiting }
        return PublicationState(
            rule: rule,
            since: since,
            waiting: waiting.count,
            firstWaiting: waiting.prefix(10).map(\.label),
            approved: present.count { decision(on: $0) == .approved },
            published: new.count { isPublished($0) },
            hidden: present.count { decision(on: $0) == .hidden }
        )
    }
}
