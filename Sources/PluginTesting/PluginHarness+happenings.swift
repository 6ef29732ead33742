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

    /// Takes one of the bot's answers out of the room, as happens where somebody takes back words that it holds.
    ///
    /// - Returns: What the bot says instead; nothing where the message is none of its answers to a command.
    @discardableResult
    public func withdraw(_ message: EventID, at date: Date? = nil) async throws -> [String] {
        guard let saying = memory.withdraw(message), let question = saying.question,
            let plugin = plugins.first(where: { $0.manifest.id == saying.plugin })
        else { return [] }
        let event = happening(at: date)
        let withdrawal = Withdrawal(
            invocation: question.invocation,
            answeredAt: question.acceptedAt,
            name: saying.message.name
        )
        setPowerLevel(question.powerLevel, of: question.invocation.sender)
        let context = context(for: plugin, sender: question.invocation.sender)
        do {
            let actions = try await plugin.handle(.withdrawn(withdrawal), context: context)
            return perform(actions, of: saying.plugin, source: event, answering: question)
        } catch let error as UsageError {
            return answer(error.description, misunderstanding: nil)
        }
    }

    /// Removes the words of a comment of the page or of the chat, as whoever runs the bot can.
    public func remove(_ comment: CommentLabel) { memory.remove(comment) }

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
