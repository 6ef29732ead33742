internal import Discussion

/// Comments of a page that is read again, compared with those that are known: a page gives its comments numbers, which
/// change when one of them goes, and labels of ours never do. Pure.
///
/// A comment with the same words is the same. One in the same place with at least half of its words in common was
/// edited. Everything else is new, and what the page no longer has is missing.
struct PageMerge {
    /// A comment as it is known.
    struct Known: Hashable {
        let label: CommentLabel
        let parent: CommentLabel?
        /// Empty where it was removed.
        let text: String
    }

    /// A comment and the label that it gets.
    struct Placed: Hashable {
        let label: CommentLabel
        let parent: CommentLabel?
        let comment: Comment
    }

    private(set) var new: [Placed] = []
    private(set) var edited: [Placed] = []
    private(set) var missing: [CommentLabel] = []
    /// How many were removed here, and are left out.
    private(set) var removed = 0

    private let known: [CommentLabel: Known]
    private let byText: [String: [Known]]
    private var matched: Set<CommentLabel> = []
    private var taken: Set<CommentLabel>
    /// From the page's labels to ours.
    private var labels: [CommentLabel: CommentLabel] = [:]

    /// - Parameters:
    ///   - comments: In the order of the page: what is answered comes before its answers.
    ///   - isRemoved: Whether these words were removed here.
    init(_ comments: [Comment], known: [Known], isRemoved: (String) throws -> Bool) rethrows {
        self.known = Dictionary(known.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
        byText = Dictionary(grouping: known.filter { !$0.text.isEmpty }, by: \.text)
        taken = Set(known.map(\.label))
        var rest: [Comment] = []
        for comment in comments {
            if let same = same(as: comment) { match(comment, same.label) } else { rest.append(comment) }
        }
        for comment in rest {
            if let old = formerText(of: comment) {
                match(comment, old.label)
                edited.append(Placed(label: old.label, parent: old.parent, comment: comment))
            } else if try isRemoved(comment.words) {
                removed += 1
                if self.known[comment.label]?.text.isEmpty == true { match(comment, comment.label) }
            } else {
                add(comment)
            }
        }
        missing = known.filter { !$0.text.isEmpty && !matched.contains($0.label) }.map(\.label)
    }

    private mutating func match(_ comment: Comment, _ label: CommentLabel) {
        matched.insert(label)
        labels[comment.label] = label
    }

    /// The known one with these words: in the same place, or else the first that no other is.
    private func same(as comment: Comment) -> Known? {
        let alike = (byText[comment.words] ?? []).filter { !matched.contains($0.label) }
        return alike.first { $0.label == comment.label } ?? alike.first
    }

    private func formerText(of comment: Comment) -> Known? {
        guard let old = known[comment.label], !old.text.isEmpty, !matched.contains(old.label) else {
            return nil
        }
        let (before, after) = (Set(Words.folded(in: old.text)), Set(Words.folded(in: comment.words)))
        let common = before.intersection(after).count
        return common * 2 >= max(before.count, after.count) && common > 0 ? old : nil
    }

    private mutating func add(_ comment: Comment) {
        let parent = comment.parent.flatMap { labels[$0] }
        let label = freeLabel(for: comment.label, below: parent)
        taken.insert(label)
        match(comment, label)
        new.append(Placed(label: label, parent: parent, comment: comment))
    }

    /// The page's own number, where it is free and belongs below this parent; else the next.
    private func freeLabel(for label: CommentLabel, below parent: CommentLabel?) -> CommentLabel {
        let prefix = parent.map { "\($0.rawValue)." } ?? ""
        let isOwn = label.rawValue.hasPrefix(prefix) && !label.rawValue.dropFirst(prefix.count).contains(".")
        if isOwn, !taken.contains(label) { return label }
        var number = 1
        while taken.contains(CommentLabel("\(prefix)\(number)")) { number += 1 }
        return CommentLabel("\(prefix)\(number)")
    }
}

extension Comment {
    /// Its words as they are stored: a line a paragraph.
    var words: String { paragraphs.map(\.text).joined(separator: "\n") }
}
