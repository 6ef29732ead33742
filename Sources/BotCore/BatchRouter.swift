package import BotStore
package import MatrixTypes

/// Turns what a sync brought into what is to be written. A pure function of the batch and the directory.
package struct BatchRouter: Sendable {
    package let router: CommandRouter
    package let account: String
    package let invitations: InvitationRule
    package let courtesies: Courtesies
    package let descriptions: CommandDescriptions

    package init(
        router: CommandRouter,
        account: String,
        invitations: InvitationRule,
        courtesies: Courtesies,
        descriptions: CommandDescriptions
    ) {
        self.router = router
        self.account = account
        self.invitations = invitations
        self.courtesies = courtesies
        self.descriptions = descriptions
    }

    /// - Parameters:
    ///   - position: From which the batch came; nil for the first of a new bot, which answers nothing.
    ///   - directory: Brought up to date with the batch.
    ///   - hearing: Whether commands are answered; counts them.
    package func routed(
        _ batch: SyncBatch,
        from position: String?,
        directory: inout RoomDirectory,
        hearing: inout Hearing
    ) -> RoutedBatch {
        var routed = RoutedBatch(account: account, position: position, nextPosition: batch.nextBatch)
        routed.unreadable = position == nil ? [] : batch.unreadable
        for room in batch.rooms {
            switch room.membership {
            case .invite:
                // Where a room of ours goes on we are at home, whoever asks us in.
                let accepts =
                    directory.isReplacement(room.id) || invitations.accepts(room, account: router.account)
                routed.posts.append(
                    courtesies.answer(toInvitationTo: room.id, accepts: accepts, at: batch.nextBatch)
                )
                if accepts { keep(room.state, of: room.id, directory: &directory, into: &routed) }
            case .join:
                read(room, from: position, directory: &directory, hearing: &hearing, into: &routed)
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
        hearing: inout Hearing,
        into routed: inout RoutedBatch
    ) {
        // Three facts, and not the directory: a copy that is held makes the next change copy every room.
        let before = Before(room.id, in: directory)
        let wasJoined = before.isJoined
        keep(room.state, of: room.id, directory: &directory, into: &routed)
        if let position, wasJoined, room.isLimited {
            routed.gaps.append(
                RoutedBatch.Gap(
                    room: room.id,
                    from: position,
                    to: room.previousBatch,
                    absence: hearing.absence
                )
            )
        }
        // Nothing was said to us before we came, nor after we were sent away. Who comes again is shown all of it,
        // from before the first time on.
        var isInput = position != nil && (wasJoined || !room.timeline.contains(where: isOwnJoin))
        for event in room.timeline {
            keep([event], of: room.id, directory: &directory, into: &routed)
            if isOwnEnd(event) { isInput = false }
            if isInput {
                routed.events.append(
                    router.routed(event, in: room.id, directory: directory, hearing: &hearing)
                )
            } else if position != nil, isOwnJoin(event) {
                isInput = true
            }
        }
        guard position != nil, directory.isJoined(room.id) else { return }
        attend(room, before: before, directory: &directory, into: &routed)
    }

    /// What was known of a room before a batch.
    private struct Before {
        let isJoined: Bool
        let isEncrypted: Bool
        let replacement: RoomID?

        init(_ room: RoomID, in directory: RoomDirectory) {
            isJoined = directory.isJoined(room)
            isEncrypted = directory.isEncrypted(room)
            replacement = directory.replacement(of: room)
        }
    }

    /// What is due in a room after what happened there: a hello, a word that we are deaf, the way to where it goes on.
    private func attend(
        _ room: SyncBatch.Room,
        before: Before,
        directory: inout RoomDirectory,
        into routed: inout RoutedBatch
    ) {
        let join = before.isJoined ? nil : (room.state + room.timeline).last(where: isOwnJoin)
        if join != nil, let predecessor = directory.predecessor(of: room.id) {
            routed.continuations.append(
                RoutedBatch.Continuation(room: room.id, predecessor: predecessor)
            )
        } else if let join, !directory.isEncrypted(room.id) {
            let isDirect = directory.isDirect(room.id)
            routed.posts.append(courtesies.hello(in: room.id, isDirect: isDirect, after: join))
        }
        let wasReadable = !before.isJoined || !before.isEncrypted
        if wasReadable, directory.isEncrypted(room.id) {
            routed.posts.append(courtesies.deafness(in: room.id))
        }
        let tombstone = (room.state + room.timeline).last { event in
            if case .tombstone = event.content { event.stateKey != nil } else { false }
        }
        if let tombstone, let replacement = directory.replacement(of: room.id),
            replacement != before.replacement
        {
            routed.posts.append(courtesies.follow(room.id, to: replacement, via: tombstone.sender))
        }
        if directory.takesDescriptions(room.id) { routed.posts += descriptions.posts(to: room.id) }
    }

    /// Whether this is the word that a room is encrypted.
    func isDeaf(_ post: OutboxDraft) -> Bool { post.name == courtesies.deafness(in: post.room).name }

    private func isOwnJoin(_ event: Event) -> Bool { ownMembership(event) == "join" }

    /// Whether we leave, are sent away, or are asked in, which nobody is who is there.
    private func isOwnEnd(_ event: Event) -> Bool { ownMembership(event).map { $0 != "join" } ?? false }

    private func ownMembership(_ event: Event) -> String? {
        guard case .member(let member) = event.content, event.stateKey == router.account.rawValue else {
            return nil
        }
        return member.membership
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
