package import struct Foundation.Date

/// A comment as its source has it.
package struct SourceComment: Hashable, Sendable {
    /// The same each time the source is read, and for no other comment of the statement: `comment-12` for WordPress's
    /// comment 12, in whichever format it comes.
    package let id: String
    /// The ``id`` of the comment that it answers, which may come later, never, or be itself; nil at the top.
    package let parent: String?
    /// nil where the source does not say.
    package let author: String?
    /// One element a paragraph, without markup. Empty where its words were removed at the source.
    package let paragraphs: [String]
    /// nil where the source does not say.
    package let writtenAt: Date?
    /// The passage of the statement that it is about, as an address: `4.2`. Only our own formats say so.
    package let passage: String?
    /// Whether it was edited, as far as the source says.
    package let isEdited: Bool

    package init(
        id: String,
        parent: String?,
        author: String?,
        paragraphs: [String],
        writtenAt: Date?,
        passage: String? = nil,
        isEdited: Bool = false
    ) {
        self.id = id
        self.parent = parent
        self.author = author
        self.paragraphs = paragraphs
        self.writtenAt = writtenAt
        self.passage = passage
        self.isEdited = isEdited
    }
}

extension SourceComment {
    /// Its words as an archive keeps them: a line a paragraph, white space folded, none of them blank.
    package var body: String {
        paragraphs.map { String(Paragraph.foldingWhiteSpace(of: $0.unicodeScalars)) }
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// Something that happened in a chat, as an export of it has it.
package struct SourceMessage: Hashable, Sendable {
    /// What happened.
    package enum Content: Hashable, Sendable {
        /// Words, without the fallback of a reply, and the message and the thread that they answer.
        case words(String, repliesTo: String?, threadRoot: String?)
        /// Other words for an earlier message.
        case edit(of: String, String)
        /// A message whose words were taken back, which the export still names.
        case removal(of: String)
    }

    /// The event's id.
    package let id: String
    /// The room's id; nil where the export does not say.
    package let room: String?
    /// The account's id.
    package let sender: String
    package let sentAt: Date
    package let content: Content

    package init(id: String, room: String?, sender: String, sentAt: Date, content: Content) {
        self.id = id
        self.room = room
        self.sender = sender
        self.sentAt = sentAt
        self.content = content
    }
}
