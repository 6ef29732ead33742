package import BotStore
package import MatrixTypes

/// Turns what a sync brought into what is to be written. A pure function of the batch and the directory.
package struct BatchRouter: Sendable {
    package let router: CommandRouter
    package let account: String
    package let invitations: InvitationRule

    package init(router: CommandRouter, account: String, invitations: InvitationRule) {
        self.router = router
        self.account = account
        self.invitations = invitations
    }

    /// - Parameters:
    ///   - position: From which the batch came; nil for the first of a new bot, which answers nothing.
    ///   - directory: Brought up to date with the batch.
    package func routed(
        _ batch: SyncBatch,
        from position: String?,
        directory: inout RoomDirectory
    ) -> RoutedBatch {
        var routed = RoutedBatch(account: account, position: position, nextPosition: batch.nextBatch)
        routed.unreadable = position == nil ? [] : batch.unreadable
        for room in batch.rooms {
            switch room.membership {
            case .invite:
                guard invitations.accepts(room, account: router.account) else { continue }
                routed.invitations.append(room.id)
                keep(room.state, of: room.id, directory: &directory, into: &routed)
            case .join:
                read(room, from: position, directory: &directory, into: &routed)
            case .leave:
                keep(room.state + room.timeline, of: room.id, directory: &directory, into: &routed)
            }
        }
        return routed
    }

    private func keep(
        _ events: [Event],
        of room: RoomID,
        directory: inout RoomDirectory,
        into routed: inout RoutedBatch
    ) {
        for event in events where directory.apply(event, in: room) {
            routed.state.append((room, directory.stored(event, in: room)))
        }
    }

    private func read(
        _ room: SyncBatch.Room,
        from position: String?,
        directory: inout RoomDirectory,
        into routed: inout RoutedBatch
    ) {
        let wasJoined = directory.isJoined(room.id)
        keep(room.state, of: room.id, directory: &directory, into: &routed)
        if let position, wasJoined, room.isLimited {
            routed.gaps.append(RoutedBatch.Gap(room: room.id, from: position, to: room.previousBatch))
        }
        // Before our own join nothing was said to us.
        var isInput = position != nil && (wasJoined || !room.timeline.contains(where: isOwnJoin))
        for event in room.timeline {
            keep([event], of: room.id, directory: &directory, into: &routed)
            if isInput {
                routed.events.append(router.routed(event, in: room.id, directory: directory))
            } else if position != nil, isOwnJoin(event) {
                isInput = true
            }
        }
    }

    private func isOwnJoin(_ event: Event) -> Bool {
        guard case .member(let member) = event.content, event.stateKey == router.account.rawValue else {
            return false
        }
        return member.membership == "join"
    }
}

/// Whose invitations are accepted.
package struct InvitationRule: Hashable, Sendable {
    /// User ids, `*:server` for everybody of a server, `*` for everybody.
    package let allowed: [String]

    package init(allowed: [String]) {
        self.allowed = allowed
    }

    func accepts(_ room: SyncBatch.Room, account: UserID) -> Bool {
        let invitation = (room.state + room.timeline).first { $0.stateKey == account.rawValue }
        guard let inviter = invitation?.sender.rawValue else { return false }
        return allowed.contains { rule in
            rule == "*" || rule == inviter
                || rule.hasPrefix("*:") && inviter.hasSuffix(String(rule.dropFirst()))
        }
    }
}
