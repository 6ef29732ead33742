internal import BotStore
internal import Logging
internal import MatrixTypes

/// Writes batches and the position after them, in one transaction.
struct Intake: Sendable {
    let store: Store
    let router: BatchRouter
    let clock: BotClock
    let killSwitch: KillSwitch
    let safeguards: Safeguards
    let logger: Logger

    /// WRITE 1. All that is ready goes into one commit.
    ///
    /// - Parameters:
    ///   - position: From which the batches came; moved to the last of them.
    ///   - directory: Brought up to date.
    ///   - hearing: Whether commands are answered; counts them.
    /// - Returns: The last command of each room that has one.
    @discardableResult
    func accept(
        _ batches: [SyncBatch],
        position: inout String?,
        directory: inout RoomDirectory,
        hearing: inout Hearing
    ) async throws -> [RoomID: EventID] {
        var routed: [RoutedBatch] = []
        for batch in batches {
            let next = router.routed(batch, from: position, directory: &directory, hearing: &hearing)
            routed.append(next)
            position = batch.nextBatch
            for event in batch.unreadable { log(event) }
            for post in next.posts { log(post) }
        }
        let hasInput = routed.contains { batch in batch.events.contains { !$0.inputs.isEmpty } }
        if hasInput { killSwitch.reach(.beforeWrite1) }
        try await write(routed, killable: hasInput)
        if hasInput { killSwitch.reach(.afterWrite1) }
        let commands = routed.flatMap(\.events).filter { $0.kind == .command && !$0.inputs.isEmpty }
        return Dictionary(commands.map { ($0.room, $0.event.id) }, uniquingKeysWith: { $1 })
    }

    private func log(_ event: SyncBatch.UnreadableEvent) {
        logger.warning(
            "Set an event aside that cannot be read",
            metadata: ["event": "\(event.id?.rawValue ?? "without id")", "reason": "\(event.reason)"]
        )
    }

    private func log(_ post: OutboxDraft) {
        switch post.body {
        case .join: logger.notice("Going into \(post.room)")
        case .leave:
            logger.notice(
                "Refused an invitation to \(post.room): rooms.invitations_from does not name the inviter"
            )
        case .message where router.isDeaf(post):
            logger.warning("\(post.room) is encrypted: nothing can be read there, and the room was told so")
        default: break
        }
    }

    private func write(_ batches: [RoutedBatch], killable: Bool) async throws {
        #if DEBUG
            let batches = safeguards.contains(.echoes) ? batches : batches.map(\.withoutEchoes)
            if !safeguards.contains(.positionWithEvents) {
                try await store.accept(batches.map(\.withoutEvents), at: clock.now())
                if killable { killSwitch.reach(.beforeWrite1) }
                return try await store.accept(batches.map(\.withoutMove), at: clock.now())
            }
        #endif
        // The position goes to disk with the events: after a crash the homeserver starts from what we have.
        try await store.accept(batches, at: clock.now())
    }
}

#if DEBUG
    extension RoutedBatch {
        fileprivate var withoutEchoes: RoutedBatch {
            var copy = self
            copy.events = events.map {
                Routed(event: $0.event, room: $0.room, kind: $0.kind, inputs: $0.inputs)
            }
            return copy
        }

        fileprivate var withoutEvents: RoutedBatch {
            RoutedBatch(account: account, position: position, nextPosition: nextPosition)
        }

        fileprivate var withoutMove: RoutedBatch {
            var copy = RoutedBatch(account: account, position: nextPosition, nextPosition: nextPosition)
            (copy.state, copy.events, copy.gaps, copy.unreadable) = (state, events, gaps, unreadable)
            (copy.posts, copy.continuations) = (posts, continuations)
            return copy
        }
    }
#endif
