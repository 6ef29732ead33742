package import BotStore
package import MatrixTypes
package import PluginAPI

/// Says which plugins want an event, and as what. A pure function.
package struct CommandRouter: Sendable {
    package let account: UserID
    package let grammar: CommandGrammar
    private let relays: RelayRule
    private let owners: [String: String]
    private let subscribers: [PluginManifest.Subscription: [String]]

    /// - Parameters:
    ///   - relays: Whose messages are somebody else's.
    ///   - manifests: Of all plugins that run. Of two commands with one name the first counts.
    package init(
        account: UserID,
        grammar: CommandGrammar,
        relays: RelayRule,
        manifests: [PluginManifest]
    ) {
        self.account = account
        self.grammar = grammar
        self.relays = relays
        let owned = manifests.flatMap { manifest in manifest.commands.map { ($0.name, manifest.id) } }
        owners = Dictionary(owned, uniquingKeysWith: { first, _ in first })
        var subscribers: [PluginManifest.Subscription: [String]] = [:]
        for manifest in manifests {
            for kind in manifest.subscriptions { subscribers[kind, default: []].append(manifest.id) }
        }
        self.subscribers = subscribers
    }

    /// The plugin that answers a command.
    package func owner(of command: String) -> String { owners[command] ?? CorePlugin.id }

    /// One event on its way to those who want it.
    ///
    /// - Parameter hearing: Whether a command is answered; counts it.
    package func routed(
        _ event: Event,
        in room: RoomID,
        directory: RoomDirectory,
        hearing: inout Hearing
    ) -> RoutedBatch.Routed {
        let unwrapped = relays.unwrapped(event)
        let draft = Draft(
            event: unwrapped ?? event,
            room: room,
            directory: directory,
            relay: unwrapped == nil ? nil : event.sender
        )
        guard event.sender != account else { return echo(draft) }
        switch draft.event.content {
        case .message(let message) where message.text.isNotice:
            return draft.routed(.other, to: [])
        case .message(let message):
            return routed(message, draft, hearing: &hearing)
        case .redaction:
            return draft.routed(.redaction, to: told(of: .redactions, draft))
        case .reaction:
            return draft.routed(.other, to: told(of: .reactions, draft))
        case .member, .powerLevels, .creation, .name, .historyVisibility, .encryption,
            .tombstone, .other:
            return draft.routed(.other, to: [])
        }
    }

    /// An event that is being routed, and what is known around it.
    private struct Draft {
        let event: Event
        let room: RoomID
        let directory: RoomDirectory
        /// Who passed it on.
        let relay: UserID?

        func input(_ input: PluginInput, for plugin: String, waitsFor: EventID? = nil) -> RoutedBatch.Input {
            let stored = StoredInput(
                input: input,
                // A name that somebody else wrote down has no power.
                senderPowerLevel: relay == nil ? directory.powerLevel(of: event.sender, in: room) : 0,
                isDirect: directory.isDirect(room),
                visibility: directory.visibility(of: room),
                relay: relay
            )
            return RoutedBatch.Input(plugin: plugin, stored: stored, waitsFor: waitsFor)
        }

        func routed(
            _ kind: RoutedBatch.SeenKind,
            to inputs: [RoutedBatch.Input],
            missed: Absence? = nil
        ) -> RoutedBatch.Routed {
            RoutedBatch.Routed(event: event, room: room, kind: kind, inputs: inputs, missed: missed)
        }
    }

    /// We never answer ourselves; but what comes back with a row's name has surely left.
    private func echo(_ draft: Draft) -> RoutedBatch.Routed {
        var row: String?
        if case .message(let message) = draft.event.content { row = message.rowName }
        return RoutedBatch.Routed(event: draft.event, room: draft.room, kind: .other, settles: row)
    }

    private func routed(_ message: MessageContent, _ draft: Draft, hearing: inout Hearing)
        -> RoutedBatch.Routed
    {
        var original: EventID?
        if case .replacement(let target)? = message.relation { original = target }
        let text = original == nil ? message.words : (message.replacement ?? message.text).body
        let command = command(text, message, cause: original ?? draft.event.id, draft)
        // An edit is told of, be it a command or not: it may replace words that were none.
        let told =
            original != nil
            ? told(of: .edits, draft) : command == nil ? told(of: .messages, draft) : []
        guard let command else { return draft.routed(original == nil ? .message : .edit, to: told) }
        let kind = original == nil ? RoutedBatch.SeenKind.command : .edit
        let asked = draft.event
        switch hearing.decide(on: asked.sender, in: draft.room, askedAt: asked.sentAt) {
        case .answered:
            return draft.routed(kind, to: told + [input(of: command, editing: original, draft)])
        case .missed(let absence):
            return draft.routed(kind, to: told, missed: absence)
        case .overBudget(let sentence):
            let refusal = sentence.map { CorePlugin.refusal(of: command, because: $0) }
            return draft.routed(
                kind,
                to: told + (refusal.map { [input(of: $0, editing: original, draft)] } ?? [])
            )
        }
    }

    private func input(of command: Invocation, editing original: EventID?, _ draft: Draft)
        -> RoutedBatch.Input
    {
        draft.input(.command(command), for: owner(of: command.command), waitsFor: original)
    }

    private func told(of kind: PluginManifest.Subscription, _ draft: Draft) -> [RoutedBatch.Input] {
        (subscribers[kind] ?? []).map { draft.input(.event(draft.event), for: $0) }
    }

    /// The command that a text is, or the core's own that says how it was misread; nil for conversation.
    private func command(
        _ text: String,
        _ message: MessageContent,
        cause event: EventID,
        _ draft: Draft
    ) -> Invocation? {
        let cause = Invocation.Cause.message(
            Invocation.CauseMessage(
                event: event,
                threadRoot: message.relation?.threadRoot,
                repliesTo: message.relation?.repliesTo
            )
        )
        let isMentioned = message.mentions?.contains(account) ?? false
        // What a client put together is for the bot that it mentions; its text is made for people to read.
        let structured = isMentioned ? message.command : nil
        switch structured.map({ grammar.line($0) }) ?? grammar.line(text, isMentioned: isMentioned) {
        case .conversation:
            return nil
        case .command(let parsed):
            return Invocation(parsed, sender: draft.event.sender, room: draft.room, cause: cause)
        case .misread(let misreading):
            return CorePlugin.invocation(
                of: misreading,
                sender: draft.event.sender,
                room: draft.room,
                cause: cause
            )
        }
    }
}
