package import BotStore
package import MatrixTypes
package import PluginAPI

/// Says which plugins want an event, and as what. A pure function.
package struct CommandRouter: Sendable {
    package let account: UserID
    package let grammar: CommandGrammar
    private let owners: [String: String]
    private let subscribers: [PluginManifest.Subscription: [String]]

    /// - Parameter manifests: Of all plugins that run. Of two commands with one name the first counts.
    package init(account: UserID, grammar: CommandGrammar, manifests: [PluginManifest]) {
        self.account = account
        self.grammar = grammar
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
    package func routed(_ event: Event, in room: RoomID, directory: RoomDirectory) -> RoutedBatch.Routed {
        let draft = Draft(event: event, room: room, directory: directory)
        guard event.sender != account else { return echo(draft) }
        switch event.content {
        case .message(let message) where message.text.isNotice:
            return draft.routed(.other, to: [])
        case .message(let message):
            return routed(message, draft)
        case .redaction:
            return draft.routed(.redaction, to: told(of: .redactions, draft))
        case .reaction:
            return draft.routed(.other, to: told(of: .reactions, draft))
        case .member, .powerLevels, .creation, .name, .encryption, .tombstone, .other:
            return draft.routed(.other, to: [])
        }
    }

    /// An event that is being routed, and what is known around it.
    private struct Draft {
        let event: Event
        let room: RoomID
        let directory: RoomDirectory

        func input(_ input: PluginInput, for plugin: String, waitsFor: EventID? = nil) -> RoutedBatch.Input {
            let stored = StoredInput(
                input: input,
                senderPowerLevel: directory.powerLevel(of: event.sender, in: room),
                isDirect: directory.isDirect(room)
            )
            return RoutedBatch.Input(plugin: plugin, stored: stored, waitsFor: waitsFor)
        }

        func routed(_ kind: RoutedBatch.SeenKind, to inputs: [RoutedBatch.Input]) -> RoutedBatch.Routed {
            RoutedBatch.Routed(event: event, room: room, kind: kind, inputs: inputs)
        }
    }

    /// We never answer ourselves; but what comes back with a row's name has surely left.
    private func echo(_ draft: Draft) -> RoutedBatch.Routed {
        var row: String?
        if case .message(let message) = draft.event.content { row = message.rowName }
        return RoutedBatch.Routed(event: draft.event, room: draft.room, kind: .other, settles: row)
    }

    private func routed(_ message: MessageContent, _ draft: Draft) -> RoutedBatch.Routed {
        if case .replacement(let original)? = message.relation {
            let text = (message.replacement ?? message.text).body
            let command = command(text, message, cause: original, draft).map {
                draft.input(.command($0), for: owner(of: $0.command), waitsFor: original)
            }
            return draft.routed(.edit, to: told(of: .edits, draft) + (command.map { [$0] } ?? []))
        }
        guard let command = command(message.words, message, cause: draft.event.id, draft) else {
            return draft.routed(.message, to: told(of: .messages, draft))
        }
        return draft.routed(.command, to: [draft.input(.command(command), for: owner(of: command.command))])
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
        switch grammar.line(text, isMentioned: isMentioned) {
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
