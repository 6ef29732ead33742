internal import struct Foundation.Date
internal import PluginAPI

/// A message of a person that an archive keeps, with its former words.
struct KeptMessage {
    /// Words that it has or had.
    struct Version {
        let event: EventID
        let text: String
        let at: Date
    }

    let draft: CommentDraft
    let label: CommentLabel
    let place: CommentPlace
    /// The first is the message itself; none where its words were removed.
    var versions: [Version]

    /// As the thread shows it: with the latest words, or as an empty place.
    var comment: Comment {
        let latest = versions.dropFirst().max { ($0.at, $0.event.rawValue) < ($1.at, $1.event.rawValue) }
        let shown = latest ?? versions.first
        return Comment(
            label: label,
            parent: place.parent,
            passage: place.passage,
            author: shown == nil ? nil : draft.author.rawValue,
            paragraphs: shown.map { Paragraph.paragraphs(of: $0.text) } ?? [],
            origin: .chat,
            writtenAt: draft.writtenAt,
            isEdited: versions.count > 1,
            isRemoved: shown == nil,
            revision: place.revision,
            statement: place.statement,
            source: .event(draft.event)
        )
    }
}
