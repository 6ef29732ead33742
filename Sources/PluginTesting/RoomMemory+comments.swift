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
        let version = KeptMessage.Version(event: draft.event, text: draft.text, at: draft.writtenAt)
        kept.append(
            KeptMessage(
                draft: draft,
                label: CommentLabel("c\(kept.count + 1)"),
                place: place(of: draft),
                versions: removed.contains(draft.event) ? [] : [version]
            )
        )
    }

    /// A reply belongs to what it answers; in a thread, to the thread's beginning. Whatever is no reply is about the
    /// statement that the room follows.
    private func place(of draft: CommentDraft) -> CommentPlace {
        for target in [draft.repliesTo, draft.threadRoot].compactMap(\.self) {
            if let place = place(answering: target) { return place }
        }
        return place(on: followed)
    }

    private func place(answering target: EventID) -> CommentPlace? {
        if let message = kept.first(where: { $0.draft.event == target }) {
            return place(on: message.place.statement, below: message.label)
        }
        guard let saying = sayings.first(where: { $0.event == target }) else { return nil }
        let shown = saying.message.shown
        // A message that shows several things is not about one of them.
        guard shown.count == 1 else { return nil }
        if case .comment(let label) = shown[0] { return place(on: followed, below: label) }
        return CommentPlace(passage: shown[0], statement: saying.statement, revision: saying.revision)
    }

    /// About the latest revision of a statement, and no passage of it.
    private func place(on statement: Int, below parent: CommentLabel? = nil) -> CommentPlace {
        CommentPlace(parent: parent, statement: statement, revision: statements[statement - 1].count)
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
        return comment.with(
            revision: comment.revision,
            statement: comment.statement,
            source: comment.source,
            reactions: keys.map { key in
                Comment.Reaction(key: key, count: Set(own.filter { $0.key == key }.map(\.author)).count)
            }
        )
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
