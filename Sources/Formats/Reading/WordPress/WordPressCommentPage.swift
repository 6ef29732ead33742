internal import Foundation

/// One answer with comments, each read by itself.
struct WordPressCommentPage: Sendable {
    enum Entry: Sendable {
        case comment(WordPressComment)
        /// One that cannot be read, and a number that is the same when it comes again.
        case unreadable(hash: Int)
    }

    let entries: [Entry]
    /// How many the post has; nil where the site does not say.
    let total: Int?

    var firstID: Int? { entries.first.flatMap(Self.id) }
    var lastID: Int? { entries.last.flatMap(Self.id) }

    /// nil for what is no list.
    init?(_ answer: WebAnswer) {
        guard let elements = JSONElements.elements(of: answer.body) else { return nil }
        let decoder = JSONDecoder()
        entries = elements.map { element in
            do {
                return .comment(try decoder.decode(WordPressComment.self, from: Data(element)))
            } catch {
                return .unreadable(hash: element.hashValue)
            }
        }
        total = answer.values(of: "X-WP-Total").first.flatMap { Int($0) }
    }

    private static func id(of entry: Entry) -> Int? {
        if case .comment(let comment) = entry { comment.id } else { nil }
    }
}
