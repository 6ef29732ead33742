internal import Discussion

/// What one walk through a discussion shows: where its pages begin, and its shape.
///
/// Fifty threads, counted by their first comments from the first that was made, are a group, and each group begins a
/// page. A thread keeps its place among the others, since new ones come behind it, so that a comment stays in its group
/// for ever. A group of many comments is cut into parts: between two threads where it can be, else within one.
struct Survey: Sendable {
    /// A page of the discussion.
    struct Leaf: Hashable, Sendable {
        /// From 1.
        let group: Int
        /// Within the group, from 1.
        let part: Int
        /// The position of its first comment.
        let start: Int
    }

    /// How many comments there are at one depth.
    struct Level: Hashable, Sendable {
        var page = 0
        var chat = 0
        var removed = 0

        var all: Int { page + chat + removed }
    }

    /// A thread, by its first comment.
    struct Thread: Hashable, Sendable {
        let key: String
        let comments: Int
    }

    /// Where a comment stands in a small discussion.
    struct Spot: Hashable, Sendable {
        let depth: Int
        let origin: Comment.Origin
        let isRemoved: Bool
    }

    private(set) var leaves: [Leaf] = []
    /// How many threads there are.
    private(set) var threads = 0
    /// How many comments and tombstones.
    private(set) var places = 0
    /// By depth; the last has all that are deeper, too.
    private(set) var levels: [Level] = []
    /// The longest first.
    private(set) var longest: [Thread] = []
    /// Of all comments in reading order, where they are at most ``mostSpots``.
    private(set) var spots: [Spot] = []

    private var leafSize = 0
    private var isLongThread = false

    static let threadsInGroup = 50
    /// A part ends behind so many comments, if it ends between two threads.
    static let mostInPart = 300
    /// A part ends behind so many comments of one long thread.
    static let mostOfThread = 200
    static let mostLevels = 10
    static let mostSpots = 400
    private static let mostThreads = 5
    private static let step = 500

    init(of statement: Int, in archive: any PublishedArchive) throws {
        while true {
            let comments = try archive.comments(
                on: statement,
                in: .reading,
                from: places,
                limit: Self.step
            )
            for comment in comments { add(comment) }
            if comments.count < Self.step { break }
        }
        if places > Self.mostSpots { spots = [] }
    }

    private mutating func add(_ comment: PublishedComment) {
        cut(before: comment)
        leafSize += 1
        places += 1
        let level = min(comment.depth, Self.mostLevels - 1)
        while levels.count <= level { levels.append(Level()) }
        if comment.comment.isRemoved {
            levels[level].removed += 1
        } else if comment.comment.origin == .page {
            levels[level].page += 1
        } else {
            levels[level].chat += 1
        }
        guard places <= Self.mostSpots else { return }
        spots.append(
            Spot(depth: level, origin: comment.comment.origin, isRemoved: comment.comment.isRemoved)
        )
    }

    private mutating func cut(before comment: PublishedComment) {
        if comment.depth == 0 {
            let size = comment.descendants + 1
            isLongThread = size > Self.mostInPart
            if threads % Self.threadsInGroup == 0 {
                begin(group: threads / Self.threadsInGroup + 1, part: 1)
            } else if leafSize + size > Self.mostInPart {
                beginPart()
            }
            threads += 1
            keep(Thread(key: comment.key, comments: size))
        } else if isLongThread, leafSize >= Self.mostOfThread {
            beginPart()
        }
    }

    private mutating func beginPart() {
        guard let last = leaves.last else { return begin(group: 1, part: 1) }
        begin(group: last.group, part: last.part + 1)
    }

    private mutating func begin(group: Int, part: Int) {
        leaves.append(Leaf(group: group, part: part, start: places))
        leafSize = 0
    }

    private mutating func keep(_ thread: Thread) {
        guard thread.comments > 1 else { return }
        let place = longest.firstIndex { $0.comments < thread.comments } ?? longest.count
        longest.insert(thread, at: place)
        if longest.count > Self.mostThreads { longest.removeLast() }
    }
}

extension Survey {
    /// Which of the ``leaves`` has the comment at this position.
    func leafIndex(of position: Int) -> Int {
        var (low, high) = (0, leaves.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if leaves[middle].start <= position { low = middle } else { high = middle }
        }
        return low
    }

    /// The positions of the comments on a page.
    func positions(of index: Int) -> Range<Int> {
        leaves[index].start..<(index + 1 < leaves.count ? leaves[index + 1].start : places)
    }

    /// `Threads 51–100, part 2`.
    func name(of leaf: Leaf) -> String {
        let first = (leaf.group - 1) * Self.threadsInGroup + 1
        let last = min(first + Self.threadsInGroup - 1, threads)
        let threads = first == last ? "Thread \(CountWords.grouped(first))" : "Threads \(range(first, last))"
        let hasParts = leaves.contains { $0.group == leaf.group && $0.part == 2 }
        return hasParts ? "\(threads), part \(leaf.part)" : threads
    }

    private func range(_ first: Int, _ last: Int) -> String {
        "\(CountWords.grouped(first))–\(CountWords.grouped(last))"
    }
}
