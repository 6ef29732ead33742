internal import PluginAPI

extension RoomMemory {
    /// What a message of the bot showed.
    func shown(by event: EventID) -> [PassageReference] {
        sayings.first { $0.event == event }?.message.shown ?? []
    }

    /// The comment of this event, and those said in the thread that begins with it.
    func labels(inThread root: EventID) -> [CommentLabel] {
        kept.filter { $0.draft.event == root || $0.draft.threadRoot == root }.map(\.label)
    }

    mutating func record(_ draft: CommentDraft) {
        guard !kept.contains(where: { $0.draft.event == draft.event }) else { return }
        let place = place(of: draft)
        let version = KeptMessage.Version(event: draft.event, text: draft.text, at: draft.writtenAt)
        kept.append(
            KeptMessage(
                draft: draft,
                label: CommentLabel("c\(kept.count + 1)"),
                parent: place?.parent,
                passage: place?.passage,
                versions: removed.contains(draft.event) ? [] : [version]
            )
        )
    }

    /// A reply belongs to what it answers; in a thread, to the thread's beginning.
    private func place(of draft: CommentDraft) -> (parent: CommentLabel?, passage: PassageReference?)? {
        for target in [draft.repliesTo, draft.threadRoot].compactMap(\.self) {
            if let place = place(answering: target) { return place }
        }
        return nil
    }

    private func place(answering target: EventID) -> (parent: CommentLabel?, passage: PassageReference?)? {
        if let comment = kept.first(where: { $0.draft.event == target }) { return (comment.label, nil) }
        let shown = shown(by: target)
        // A message that shows several things is not about one of them.
        guard shown.count == 1 else { return nil }
        if case .comment(let label) = shown[0] { return (label, nil) }
        return (nil, shown[0])
    }

    mutating func revise(_ revision: CommentRevision) {
        guard !removed.contains(revision.event) else { return }
        for position in kept.indices
        where kept[position].draft.event == revision.original
            && kept[position].draft.author == revision.author
        {
            let isKnown = kept[position].versions.contains { $0.event == revision.event }
            guard !kept[position].versions.isEmpty, !isKnown else { return }
            kept[position].versions.append(
                KeptMessage.Version(event: revision.event, text: revision.text, at: revision.writtenAt)
            )
        }
    }

    /// A reaction to a comment, or to a message of ours that shows one comment.
    mutating func annotate(_ reaction: CommentReaction) {
        guard !removed.contains(reaction.event),
            let label = place(answering: reaction.target)?.parent,
            !reactions.contains(where: { $0.reaction.event == reaction.event })
        else { return }
        reactions.append(KeptReaction(reaction: reaction, label: label))
    }

    func withReactions(_ comment: Comment) -> Comment {
        let own = comment.isRemoved ? [] : reactions.filter { $0.label == comment.label }.map(\.reaction)
        let keys = own.map(\.key).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return Comment(
            label: comment.label,
            parent: comment.parent,
            passage: comment.passage,
            author: comment.author,
            paragraphs: comment.paragraphs,
            origin: comment.origin,
            writtenAt: comment.writtenAt,
            isEdited: comment.isEdited,
            isRemoved: comment.isRemoved,
            reactions: keys.map { key in
                Comment.Reaction(key: key, count: Set(own.filter { $0.key == key }.map(\.author)).count)
            }
        )
    }

    mutating func remove(_ event: EventID) {
        removed.insert(event)
        reactions.removeAll { $0.reaction.event == event }
        for position in kept.indices {
            if kept[position].draft.event == event {
                kept[position].versions = []
            } else {
                kept[position].versions.removeAll { $0.event == event }
            }
        }
        for plugin in values.keys {
            values[plugin] = values[plugin]?.filter { !$0.value.sources.contains(.event(event)) }
        }
    }

    mutating func removeAll(by author: UserID) {
        for message in kept where message.draft.author == author && !message.versions.isEmpty {
            remove(message.draft.event)
        }
        reactions.removeAll { $0.reaction.author == author }
    }

    func held(of person: UserID) -> HeldWords {
        HeldWords(
            comments: kept.count { $0.draft.author == person && !$0.versions.isEmpty },
            reactions: reactions.count { $0.reaction.author == person },
            answers: 0
        )
    }

    /// Counts, as the bot's store makes them.
    var audit: ArchiveAudit {
        let present = kept.filter { !$0.versions.isEmpty }
        return ArchiveAudit(
            messages: messagesSeen,
            comments: present.count,
            edits: present.map { $0.versions.count - 1 }.reduce(0, +),
            removals: kept.count - present.count,
            unreadable: 0,
            gaps: 0
        )
    }
}
