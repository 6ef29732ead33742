internal import PluginAPI

extension RoomMemory {
    /// Removes a reaction, a message's words with all its versions, or one version of them.
    mutating func remove(_ event: EventID) {
        removed.insert(event)
        forgetCopies(of: [.event(event)])
        reactions.removeAll { $0.reaction.event == event }
        for position in kept.indices where kept[position].versions.contains(where: { $0.event == event }) {
            // What holds a message may hold any version of it.
            forgetCopies(of: kept[position].versions.map { .event($0.event) })
            let isWhole = kept[position].draft.event == event
            kept[position].versions.removeAll { isWhole || $0.event == event }
        }
    }

    /// Removes the words of a comment, of the page or of the chat.
    mutating func remove(_ label: CommentLabel) {
        if let message = kept.first(where: { $0.label == label }) { return remove(message.draft.event) }
        for position in pageComments.indices where pageComments[position].comment.label == label {
            guard pageComments[position].statement == followed else { continue }
            forgetCopies(of: [pageComments[position].comment.source].compactMap(\.self))
            reactions.removeAll { $0.label == label }
            pageComments[position].removeWords()
        }
    }

    mutating func removeAll(by author: UserID) {
        for message in kept where message.draft.author == author && !message.versions.isEmpty {
            remove(message.draft.event)
        }
        reactions.removeAll { $0.reaction.author == author }
    }

    /// What plugins keep that holds these words goes with them.
    private mutating func forgetCopies(of sources: [WordSource]) {
        for plugin in values.keys {
            values[plugin] = values[plugin]?.filter { Set($0.value.sources).isDisjoint(with: sources) }
        }
    }
}
