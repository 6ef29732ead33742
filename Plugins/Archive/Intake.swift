internal import PluginAPI

/// Decides what of the things that happen is kept.
struct Intake {
    let context: PluginContext

    func actions(for event: Event) async throws -> [Action] {
        switch event.content {
        // Words that somebody took back must go wherever they are, also where the archive is off by now.
        case .redaction(let target):
            // A moderator who takes a sign back decides nothing any more.
            let message = try await Memory(context: context).decided(by: target)
            return [.remove(target)] + (message.map { undeciding(about: $0, by: target) } ?? [])
        case .message(let message):
            guard try await keepsWords(of: event.sender), let action = action(for: message, of: event) else {
                return []
            }
            return [action]
        case .reaction(let target, let key):
            let decision = try await decision(by: event, about: target, with: key)
            guard Self.isSign(key), try await keepsWords(of: event.sender) else { return decision }
            return decision + [
                .annotate(CommentReaction(event: event.id, target: target, author: event.sender, key: key))
            ]
        default:
            return []
        }
    }

    /// What a moderator's reaction decides about publication, where anything of the room is published.
    private func decision(by event: Event, about message: EventID, with key: String) async throws -> [Action]
    {
        let sign = key.filter { $0 != "\u{FE0F}" }
        guard let decision = Self.signs[sign], context.relay == nil,
            context.senderPowerLevel >= PluginContext.moderatorPowerLevel,
            try await context.publication.publication().rule != .nothing
        else { return [] }
        return [
            .publication(.message(message, decision)),
            Memory(context: context).deciding(about: message, by: event.id),
        ]
    }

    private func undeciding(about message: EventID, by reaction: EventID) -> [Action] {
        [
            .publication(.message(message, .waiting)),
            Memory(context: context).deciding(about: nil, by: reaction),
        ]
    }

    private static let signs: [String: PublicationDecision] = ["✅": .approved, "🚫": .hidden]

    /// Not whole sentences, and not addresses of pictures, which mean nothing outside of their client.
    private static func isSign(_ key: String) -> Bool {
        let scalars = key.unicodeScalars
        return !scalars.isEmpty && scalars.count <= 32 && !key.contains(where: \.isWhitespace)
            && !key.contains("://")
    }

    /// Never in a direct room, never without somebody whom people can ask, and nothing of those who left: not even
    /// an edit of what was kept before.
    private func keepsWords(of person: UserID) async throws -> Bool {
        guard !context.room.isDirect, person != context.account, context.operatorContact != nil else {
            return false
        }
        let memory = Memory(context: context)
        guard try await memory.roomSwitch().on else { return false }
        return try await !memory.hasOptedOut(person)
    }

    private func action(for message: MessageContent, of event: Event) -> Action? {
        if case .replacement(let original) = message.relation {
            return message.replacement.flatMap(words).map { text in
                .revise(
                    CommentRevision(
                        event: event.id,
                        original: original,
                        author: event.sender,
                        text: text,
                        writtenAt: event.sentAt
                    )
                )
            }
        }
        return words(of: message).map { text in
            .record(
                CommentDraft(
                    event: event.id,
                    author: event.sender,
                    text: text,
                    writtenAt: event.sentAt,
                    repliesTo: message.relation?.repliesTo,
                    threadRoot: message.relation?.threadRoot
                )
            )
        }
    }

    /// nil for files and pictures, which have only a name, for what programs say, and for nothing.
    private func words(of message: MessageContent) -> String? {
        guard isSaid(message.text) else { return nil }
        return message.words.contains { !$0.isWhitespace } ? message.words : nil
    }

    private func words(of text: MessageText) -> String? {
        isSaid(text) && text.body.contains { !$0.isWhitespace } ? text.body : nil
    }

    private func isSaid(_ text: MessageText) -> Bool { text.msgtype == "m.text" || text.msgtype == "m.emote" }
}
