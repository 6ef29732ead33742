public import struct Foundation.Date
public import PluginAPI

extension PluginHarness {
    /// Says something in the room.
    ///
    /// - Parameters:
    ///   - text: What is typed.
    ///   - person: Who says it.
    ///   - powerLevel: What they may do: 50 for a moderator.
    ///   - target: The message that it answers.
    ///   - threadRoot: The first message of the thread in which it is said.
    ///   - msgtype: `m.emote`, `m.notice` or a kind of file, where it is no plain message.
    ///   - date: When; by default a second after what happened before.
    /// - Returns: What the bot answers, as plain text; nothing where it is silent.
    /// - Throws: What the plugin throws, except ``UsageError``, which is an answer.
    @discardableResult
    public func say(
        _ text: String,
        as person: String = someone.rawValue,
        powerLevel: Int = 0,
        replyingTo target: EventID? = nil,
        threadRoot: EventID? = nil,
        msgtype: String = "m.text",
        at date: Date? = nil
    ) async throws -> [String] {
        let event = happening(at: date)
        setPowerLevel(powerLevel, of: UserID(person))
        let relation: Relation? =
            if let threadRoot {
                .thread(root: threadRoot, replyTo: target)
            } else {
                target.map { .reply(to: $0) }
            }
        let content = MessageContent(text: MessageText(msgtype: msgtype, body: text), relation: relation)
        return try await answers(to: content, id: event, by: UserID(person))
    }

    /// What a plugin would do about a command; none of it is done.
    ///
    /// - Throws: What the plugin throws, and ``UsageError`` also where the grammar does not understand.
    public func actions(
        for text: String,
        as person: String = someone.rawValue,
        powerLevel: Int = 0,
        at date: Date? = nil
    ) async throws -> [Action] {
        let event = happening(at: date)
        let person = UserID(person)
        setPowerLevel(powerLevel, of: person)
        switch grammar.line(text, isMentioned: false) {
        case .conversation: return []
        case .misread(let misreading): throw UsageError(help(for: person).answer(to: misreading))
        case .command(let parsed):
            let message = Invocation.CauseMessage(event: event, threadRoot: nil, repliesTo: nil)
            let question = question(parsed, by: person, cause: .message(message))
            return try await actions(of: parsed, answering: question).actions
        }
    }

    /// Reads what somebody said as the bot does, and does what follows.
    func answers(to content: MessageContent, id: EventID, by person: UserID) async throws -> [String] {
        guard !content.text.isNotice else { return [] }
        switch grammar.line(content.text.body, isMentioned: content.mentions?.contains(Self.account) ?? false)
        {
        case .conversation:
            memory.messagesSeen += 1
            return try await tell(.messages, content: .message(content), id: id, by: person)
        case .misread(let misreading):
            return answer(help(for: person).answer(to: misreading), misunderstanding: id)
        case .command(let parsed) where parsed.command.name == HelpText.command.name:
            return answer(help(for: person).answer(toHelpAbout: parsed.text), misunderstanding: nil)
        case .command(let parsed):
            let message = Invocation.CauseMessage(
                event: id,
                threadRoot: content.relation?.threadRoot,
                repliesTo: content.relation?.repliesTo
            )
            return try await answers(to: parsed, by: person, cause: .message(message), id: id)
        }
    }

    /// Runs a command and does what its plugin wants.
    func answers(
        to parsed: CommandGrammar.ParsedCommand,
        by person: UserID,
        cause: Invocation.Cause,
        id: EventID
    ) async throws -> [String] {
        do {
            let question = question(parsed, by: person, cause: cause)
            let (plugin, actions) = try await actions(of: parsed, answering: question)
            return perform(actions, of: plugin, source: id, answering: question)
        } catch let error as UsageError {
            return answer(error.description, misunderstanding: id)
        }
    }

    /// Tells the plugins that asked for it what happened.
    func tell(
        _ kind: PluginManifest.Subscription,
        content: EventContent,
        id: EventID,
        by person: UserID
    ) async throws -> [String] {
        let event = Event(id: id, type: kind.eventType, sender: person, sentAt: now, content: content)
        var answers: [String] = []
        for plugin in plugins where plugin.manifest.subscriptions.contains(kind) {
            let actions = try await plugin.handle(
                .event(event),
                context: context(for: plugin, sender: person)
            )
            answers += perform(actions, of: plugin.manifest.id, source: id, answering: nil)
        }
        return answers
    }

    private func question(
        _ parsed: CommandGrammar.ParsedCommand,
        by person: UserID,
        cause: Invocation.Cause
    ) -> Question {
        Question(
            invocation: Invocation(parsed, sender: person, room: memory.room, cause: cause),
            acceptedAt: now,
            powerLevel: powerLevel(of: person)
        )
    }

    private func actions(
        of parsed: CommandGrammar.ParsedCommand,
        answering question: Question
    ) async throws -> (plugin: String, actions: [Action]) {
        let owner = plugins.first { $0.manifest.commands.contains(parsed.command) }
        guard let plugin = owner else { return ("", []) }
        let context = context(for: plugin, sender: question.invocation.sender)
        return (
            plugin.manifest.id, try await plugin.handle(.command(question.invocation), context: context)
        )
    }

    func answer(_ text: String, misunderstanding event: EventID?) -> [String] {
        if let event { misunderstood.insert(event) }
        return perform([.reply(Message(text))], of: "core", source: lastHappening, answering: nil)
    }

    /// Does what a plugin wants, and hands back what it says.
    func perform(
        _ actions: [Action],
        of plugin: String,
        source: EventID,
        answering question: Question?
    ) -> [String] {
        let before = memory.sayings.count
        for action in actions {
            memory.apply(action, of: plugin, source: source, answering: question, at: now)
        }
        return memory.sayings.dropFirst(before).map(\.message.plainText)
    }
}

extension PluginManifest.Subscription {
    fileprivate var eventType: String {
        switch self {
        case .messages, .edits: "m.room.message"
        case .redactions: "m.room.redaction"
        case .reactions: "m.reaction"
        }
    }
}
