public import struct Foundation.Date
public import PluginAPI

extension PluginHarness {
    /// Replaces the words of a message that somebody said.
    ///
    /// - Returns: What the bot answers: a command that was not understood is read again.
    @discardableResult
    public func edit(
        _ original: EventID,
        to text: String,
        as person: String = someone.rawValue,
        at date: Date? = nil
    ) async throws -> [String] {
        let event = happening(at: date)
        let replacement = MessageText(msgtype: "m.text", body: text)
        let content = MessageContent(
            text: MessageText(msgtype: "m.text", body: "* \(text)"),
            relation: .replacement(of: original),
            replacement: replacement
        )
        guard misunderstood.remove(original) != nil else {
            return try await tell(.edits, content: .message(content), id: event, by: UserID(person))
        }
        return try await answers(to: MessageContent(text: replacement), id: event, by: UserID(person))
    }

    /// Takes a message back.
    @discardableResult
    public func redact(
        _ target: EventID,
        as person: String = someone.rawValue,
        at date: Date? = nil
    ) async throws -> [String] {
        let event = happening(at: date)
        return try await tell(.redactions, content: .redaction(of: target), id: event, by: UserID(person))
    }

    /// Reacts to a message.
    @discardableResult
    public func react(
        to target: EventID,
        with key: String,
        as person: String = someone.rawValue,
        at date: Date? = nil
    ) async throws -> [String] {
        let event = happening(at: date)
        return try await tell(
            .reactions,
            content: .reaction(of: target, key: key),
            id: event,
            by: UserID(person)
        )
    }

    /// Lets time pass, and runs every schedule at each of its instants.
    ///
    /// - Returns: What the bot said meanwhile, in order.
    @discardableResult
    public func advance(to end: Date) async throws -> [String] {
        var answers: [String] = []
        while let (schedule, instant) = memory.nextInstant(by: end) {
            let event = happening(at: instant)
            guard case .command(let parsed) = grammar.commandLine(schedule.draft.command) else { continue }
            answers += try await self.answers(
                to: parsed,
                by: schedule.draft.author,
                cause: .schedule(id: schedule.id, instant: instant, zone: schedule.draft.zone),
                id: event
            )
        }
        _ = happening(at: end)
        return answers
    }
}
