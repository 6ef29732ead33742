/// The comments on a statement as a tree.
///
/// A comment whose parent is not in the thread stands at the top.
public struct CommentThread: Hashable, Sendable {
    /// One comment at its depth; the top has depth 0.
    public struct Entry: Hashable, Sendable {
        /// The comment.
        public let comment: Comment
        /// How many comments it stands below.
        public let depth: Int
    }

    /// All comments, in the order in which they were made.
    public let comments: [Comment]
    private let positions: [CommentLabel: Int]
    private let children: [CommentLabel: [Int]]
    private let tops: [Int]

    /// The thread of these comments, given in the order in which they were made.
    public init(_ comments: [Comment]) {
        self.comments = comments
        var positions: [CommentLabel: Int] = [:]
        for (position, comment) in comments.enumerated() { positions[comment.label] = position }
        var children: [CommentLabel: [Int]] = [:]
        var tops: [Int] = []
        for (position, comment) in comments.enumerated() {
            // A parent always comes before its reply, so that no circle can be made of bad input.
            if let parent = comment.parent, let above = positions[parent], above < position {
                children[parent, default: []].append(position)
            } else {
                tops.append(position)
            }
        }
        self.positions = positions
        self.children = children
        self.tops = tops
    }

    /// The comment with this label.
    public subscript(label: CommentLabel) -> Comment? {
        positions[label].map { comments[$0] }
    }

    /// The comments that answer this one directly, in order.
    public func replies(to label: CommentLabel) -> [Comment] {
        (children[label] ?? []).map { comments[$0] }
    }

    /// Every comment in reading order: each followed by its replies.
    public var entries: [Entry] { entries(below: tops) }

    /// A comment and everything below it, in reading order; empty where there is no such comment.
    public func entries(under label: CommentLabel) -> [Entry] {
        entries(below: positions[label].map { [$0] } ?? [])
    }

    /// Walks with a stack of its own: a thread can be deeper than a thread's stack.
    private func entries(below roots: [Int]) -> [Entry] {
        var entries: [Entry] = []
        var open = roots.reversed().map { (position: $0, depth: 0) }
        while let next = open.popLast() {
            let comment = comments[next.position]
            entries.append(Entry(comment: comment, depth: next.depth))
            for child in (children[comment.label] ?? []).reversed() {
                open.append((child, next.depth + 1))
            }
        }
        return entries
    }
}
