public import struct Foundation.Date

/// One contribution to the discussion of a statement, from the page or from the chat.
public struct Comment: Hashable, Sendable, Codable {
    /// Where a comment was made.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// It stood below the statement when that was imported.
        case page
        /// It was said in a room and archived.
        case chat
    }

    /// How many people answered it with one sign.
    public struct Reaction: Hashable, Sendable, Codable {
        /// The sign: `👍`.
        public let key: String
        /// How many people.
        public let count: Int

        /// A sign and how many people gave it.
        public init(key: String, count: Int) {
            self.key = key
            self.count = count
        }
    }

    /// Its address.
    public let label: CommentLabel
    /// The comment that it answers; nil at the top of the thread.
    public let parent: CommentLabel?
    /// The passage of the statement that it is about, where it answered a quotation.
    public let passage: PassageReference?
    /// Who wrote it: a name or a user id; nil where the source does not say.
    public let author: String?
    /// Its words. Empty where they were removed.
    public let paragraphs: [Paragraph]
    /// Where it was made.
    public let origin: Origin
    /// When it was written, if the source says.
    public let writtenAt: Date?
    /// Whether its words were changed since they were first said.
    public let isEdited: Bool
    /// Whether its words were removed; it keeps its place so that the thread keeps its shape.
    public let isRemoved: Bool
    /// The signs with which people answered it, in the order in which they first came.
    public let reactions: [Reaction]
    /// The number of the statement's revision that it was written about; nil where nobody wrote that down.
    public let revision: Int?
    /// The number of that statement in the list of all; nil where it was not taken from a store.
    public let statement: Int?
    /// Where its words stand; nil where it was not taken from a store.
    public let source: WordSource?

    /// A comment whose parts are known.
    public init(
        label: CommentLabel,
        parent: CommentLabel?,
        passage: PassageReference?,
        author: String?,
        paragraphs: [Paragraph],
        origin: Origin,
        writtenAt: Date?,
        isEdited: Bool,
        isRemoved: Bool,
        reactions: [Reaction] = [],
        revision: Int? = nil,
        statement: Int? = nil,
        source: WordSource? = nil
    ) {
        self.label = label
        self.parent = parent
        self.passage = passage
        self.author = author
        self.paragraphs = paragraphs
        self.origin = origin
        self.writtenAt = writtenAt
        self.isEdited = isEdited
        self.isRemoved = isRemoved
        self.reactions = reactions
        self.revision = revision
        self.statement = statement
        self.source = source
    }

    /// Its words as one text: paragraphs joined by a blank line.
    public var text: String { paragraphs.map(\.text).joined(separator: "\n\n") }
}
