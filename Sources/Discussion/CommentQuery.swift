/// Which comments somebody looks for by their words.
public struct CommentQuery: Hashable, Sendable {
    /// In which order comments are found, where there are more than are wanted.
    public enum Order: Hashable, Sendable {
        case oldestFirst
        case newestFirst
    }

    /// As ``Words/folded(in:)`` gives them. One of four letters or more also finds longer words that begin with it.
    public let words: [String]
    /// Whether a comment must have all the words, rather than one of them.
    public let needsAll: Bool
    /// Which are found first.
    public let order: Order
    /// At most so many.
    public let limit: Int

    /// A query; see the properties. Nothing is found without words.
    public init(words: [String], needsAll: Bool, order: Order, limit: Int) {
        self.words = words
        self.needsAll = needsAll
        self.order = order
        self.limit = limit
    }

    /// From how many letters on a word finds longer ones.
    public static let shortestBeginning = 4

    /// Whether a comment has the words.
    public func matches(_ comment: Comment) -> Bool {
        guard !comment.isRemoved, !words.isEmpty else { return false }
        let own = Set(Self.indexed(comment.paragraphs.map(\.text)))
        func has(_ word: String) -> Bool {
            own.contains(word)
                || word.unicodeScalars.count >= Self.shortestBeginning
                    && own.contains { $0.unicodeScalars.starts(with: word.unicodeScalars) }
        }
        return needsAll ? words.allSatisfy(has) : words.contains(where: has)
    }

    /// Those of these comments, given in the order in which they were made, that are found.
    public func found(in comments: [Comment]) -> [Comment] {
        let found = comments.filter(matches)
        return Array((order == .oldestFirst ? found : found.reversed()).prefix(limit))
    }

    /// The words by which a comment is found: those of its paragraphs, and what they are without a genitive `'s`, each
    /// once.
    public static func indexed(_ paragraphs: [String]) -> [String] {
        var seen: Set<String> = []
        return paragraphs.flatMap { FoldedText($0).words }.flatMap { [$0.text, $0.base].compactMap(\.self) }
            .filter { seen.insert($0).inserted }
    }
}

/// Comments that were made about earlier revisions of the statement.
public struct EarlierComments: Hashable, Sendable {
    /// How many there are that still have their words.
    public let count: Int
    /// Those among them that are on a passage, at most ``mostOnPassages``, oldest first.
    public let onPassages: [Comment]

    /// More than anybody reads.
    public static let mostOnPassages = 200

    /// Comments and their number.
    public init(count: Int, onPassages: [Comment]) {
        self.count = count
        self.onPassages = onPassages
    }
}
