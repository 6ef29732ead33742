package import struct Foundation.Date

/// What of an archive may be published, and nothing else: hidden, unapproved and removed words are not in it, and names
/// are those under which people want to appear. Everything that leaves the house as a page or a file is made from one.
///
/// It does not change while it is read. What it hands out is small: a page of comments, never all of them.
package protocol PublishedArchive: Sendable {
    /// The statements, in the order of their numbers.
    func statements() throws -> [PublishedStatement]

    /// Comments on a statement, from a place in an order on, at most so many.
    func comments(on statement: Int, in order: PublishedOrder, from: Int, limit: Int) throws
        -> [PublishedComment]

    /// The comment with this key; nil where there is none.
    func comment(_ key: String, on statement: Int) throws -> PublishedComment?

    /// Comments on passages within a paragraph, in the order in which they were made; paragraph 0 is everything above
    /// the first.
    func comments(on statement: Int, aboutParagraph paragraph: Int, limit: Int) throws -> [PublishedComment]

    /// How many comments there are on passages within each paragraph that has any.
    func counts(on statement: Int) throws -> [Int: Int]

    /// The days on which comments were made, oldest first, in UTC; comments without a date are in none.
    func days(of statement: Int) throws -> [PublishedDay]

    /// What was said in chat on a day, in the order in which it was said.
    func chat(on statement: Int, day: String, from: Int, limit: Int) throws -> [PublishedComment]

    /// The words by which comments are found, in alphabetical order, from this one on.
    func words(on statement: Int, from word: String, limit: Int) throws -> [PublishedWord]
}

/// In which order comments come.
package enum PublishedOrder: Hashable, Sendable {
    /// Each followed by what answers it: ``PublishedComment/position``.
    case reading
    /// As they were made, what is answered before what answers it: ``PublishedComment/number``.
    case made
    /// The last first.
    case newest
}

/// A statement and what can be said of its discussion in numbers.
package struct PublishedStatement: Hashable, Sendable {
    /// In the list of statements; 0 for what was said in rooms that follow none, whose `statement` has only a title.
    package let number: Int
    package let statement: Statement
    /// Comments that have words.
    package let pageComments: Int
    package let chatComments: Int
    /// Places in the thread whose words were removed, kept for what answers them.
    package let tombstones: Int
    /// How many different names there are.
    package let people: Int
    /// The depth of the deepest comment, from 0.
    package let deepest: Int
    /// When the first and the last comment with a date was made.
    package let firstAt: Date?
    package let lastAt: Date?

    package init(
        number: Int,
        statement: Statement,
        pageComments: Int,
        chatComments: Int,
        tombstones: Int,
        people: Int,
        deepest: Int,
        firstAt: Date?,
        lastAt: Date?
    ) {
        self.number = number
        self.statement = statement
        self.pageComments = pageComments
        self.chatComments = chatComments
        self.tombstones = tombstones
        self.people = people
        self.deepest = deepest
        self.firstAt = firstAt
        self.lastAt = lastAt
    }

    /// Comments and tombstones together: how many ``PublishedArchive/comments(on:in:from:limit:)`` hands out.
    package var places: Int { pageComments + chatComments + tombstones }
}

/// A comment as the public sees it, and its place.
package struct PublishedComment: Hashable, Sendable {
    /// By which it is linked to, for ever: letters, digits, `.` and `-`. It is the comment's label, except that of two
    /// rooms the second has `r2-c17`.
    package let key: String
    /// In reading order, from 0: each comment is followed by what answers it.
    package let position: Int
    /// In the order in which comments were made, from 0.
    package let number: Int
    /// How many comments it stands below.
    package let depth: Int
    /// The key of the nearest published comment that it stands below; nil at the top.
    package let parent: String?
    /// How many comments answer it directly, and how many stand below it at any depth.
    package let replies: Int
    package let descendants: Int
    /// The comment itself; its author is the name under which they appear, its parent is not to be used.
    package let comment: Comment
    /// Whether the author's name is a pseudonym.
    package let isPseudonym: Bool

    package init(
        key: String,
        position: Int,
        number: Int,
        depth: Int,
        parent: String?,
        replies: Int,
        descendants: Int,
        comment: Comment,
        isPseudonym: Bool
    ) {
        self.key = key
        self.position = position
        self.number = number
        self.depth = depth
        self.parent = parent
        self.replies = replies
        self.descendants = descendants
        self.comment = comment
        self.isPseudonym = isPseudonym
    }
}

/// A day of the discussion, in UTC.
package struct PublishedDay: Hashable, Sendable {
    /// `2026-03-01`.
    package let day: String
    package let page: Int
    package let chat: Int

    package init(day: String, page: Int, chat: Int) {
        self.day = day
        self.page = page
        self.chat = chat
    }
}

/// A word, folded, and the ``PublishedComment/position`` of each comment that has it, in order.
package struct PublishedWord: Hashable, Sendable {
    package let word: String
    package let positions: [Int]

    package init(word: String, positions: [Int]) {
        self.word = word
        self.positions = positions
    }
}

extension PassageReference {
    /// The paragraph beside which comments on the passage are shown: the first of a range; 0 for what stands above the
    /// first. nil for a comment, which is no passage of the statement.
    package var publishedParagraph: Int? {
        switch self {
        case .title, .standfirst, .caption: 0
        case .statement(let range): range.first.paragraph
        case .comment: nil
        }
    }
}
