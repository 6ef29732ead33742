internal import BotStore
internal import Logging
internal import PluginAPI
internal import ServiceLifecycle

/// Feeds one plugin, in order, from its own part of the inbox.
struct Lane: Service {
    let plugin: any Plugin
    /// The plugins that must have seen what was said before, before a command is handled.
    let passing: [String]
    let surroundings: LaneSurroundings

    /// As many inputs as one commit, and one flush, are shared by.
    private static let inputsATurn = 256
    private static let timeATurn = Duration.milliseconds(50)

    func run() async throws {
        for await _ in await surroundings.store.changes(in: .inbox).cancelOnGracefulShutdown() {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                do {
                    guard let wait = try await turn() else { break }
                    await pause(wait)
                } catch is CancellationError {
                    return
                } catch {
                    // A disk that is full or broken: nothing is taken off until it is written.
                    surroundings.logger.error("A lane cannot read or write the store: \(error)")
                    await pause(surroundings.backoff.longest)
                }
            }
        }
    }

    /// Ends early when the bot is stopped.
    private func pause(_ length: Duration) async {
        guard length > .zero else { return }
        try? await cancelWhenGracefulShutdown { try await surroundings.clock.sleep(length) }
    }

    /// - Returns: How long to wait before the next turn; nil where nothing is left to do.
    private func turn() async throws -> Duration? {
        let id = plugin.manifest.id
        let entries = try await surroundings.store.turn(for: id, after: passing, limit: Self.inputsATurn)
        guard !entries.isEmpty else { return nil }
        let outcomes = await outcomes(of: entries)
        guard let last = outcomes.last else { throw CancellationError() }
        try await commit(outcomes)
        guard case .failed(let reason) = last.result else { return .zero }
        surroundings.logger.warning("The plugin \(id) failed at \(last.entry.source): \(reason)")
        return surroundings.backoff.delay(after: last.entry.failures + 1, jitter: 0)
    }

    /// After an unclean start: the next input that was found then, by itself, with the attempt counted first.
    ///
    /// - Returns: Whether there was one and it is off the inbox.
    func attempt(upTo last: Int64) async throws -> Bool {
        let entries = try await surroundings.store.turn(for: plugin.manifest.id, after: passing, limit: 1)
        guard let entry = entries.first, entry.sequence <= last else { return false }
        try await surroundings.store.beginAttempt(at: entry)
        guard let outcome = await outcome(of: entry) else { throw CancellationError() }
        try await commit([outcome])
        if case .failed = outcome.result { return false }
        return true
    }

    /// What the plugin made of each input, up to the first that changed its own values or failed:
    /// the next input must see that. One commit, and one disk flush, for all of them.
    private func outcomes(of entries: [InboxEntry]) async -> [Outcome] {
        let start = ContinuousClock.now
        var outcomes: [Outcome] = []
        for entry in entries {
            guard let outcome = await outcome(of: entry) else { break }
            outcomes.append(outcome)
            if outcome.endsTurn || ContinuousClock.now - start > Self.timeATurn { break }
        }
        return outcomes
    }

    /// Never throws: a failure is an outcome too. nil where the lane was interrupted.
    private func outcome(of entry: InboxEntry) async -> Outcome? {
        let writer = ActionWriter(
            entry: entry,
            pagination: surroundings.pagination,
            notifies: surroundings.notifies
        )
        if entry.crashes >= 2 || entry.failures >= 3 { return given(up: entry, writer) }
        do {
            if let original = entry.edits, try await surroundings.store.wasUnderstood(original) {
                return Outcome(entry: entry, result: .done([], isUnderstood: false))
            }
            surroundings.killSwitch.reach(.inPlugin)
            let actions = try await plugin.handle(
                entry.stored.input,
                context: surroundings.context(of: entry, plugin)
            )
            return Outcome(entry: entry, result: .done(writer.stored(actions), isUnderstood: true))
        } catch let error as UsageError {
            let reply = writer.stored([.reply(Message(error.description))])
            return Outcome(entry: entry, result: .done(reply, isUnderstood: false))
        } catch is CancellationError where Task.isCancelled {
            return nil
        } catch {
            return Outcome(entry: entry, result: .failed(reason: "\(error)"))
        }
    }

    private func given(up entry: InboxEntry, _ writer: ActionWriter) -> Outcome {
        let reason = entry.failures >= 3 ? "failed three times" : "took the process down twice"
        surroundings.logger.error("Set an input aside: \(entry.source) of \(entry.plugin) \(reason)")
        var actions: [StoredAction] = []
        if case .command(let invocation) = entry.stored.input {
            let command = "`\(surroundings.grammar.prefix)\(invocation.command)`"
            actions = writer.stored([
                .reply(
                    Message("\(command) did not work, and I have told whoever runs me. Nothing was changed.")
                )
            ])
        }
        return Outcome(entry: entry, result: .setAside(reason: reason, actions))
    }

    /// WRITE 2.
    private func commit(_ outcomes: [Outcome]) async throws {
        let store = surroundings.store
        #if DEBUG
            if !surroundings.safeguards.contains(.actionsWithInput) {
                let emptied = outcomes.map { Outcome(entry: $0.entry, result: .done([], isUnderstood: true)) }
                try await store.commit(emptied, at: surroundings.clock.now())
                surroundings.killSwitch.reach(.betweenWrites2)
            }
        #endif
        try await store.commit(outcomes, at: surroundings.clock.now())
        surroundings.killSwitch.reach(.betweenWrites2)
        surroundings.killSwitch.reach(.afterWrite2)
    }
}

extension Outcome {
    /// Whether the next input must see what this one changed.
    fileprivate var endsTurn: Bool {
        switch result {
        case .failed, .setAside: true
        case .done(let actions, let isUnderstood):
            !isUnderstood
                || actions.contains { action in
                    switch action {
                    case .set, .schedule, .unschedule, .removeAll, .follow, .publication: true
                    case .post, .record, .revise, .annotate, .remove: false
                    }
                }
        }
    }
}
