internal import Foundation

/// Reads all comments under a post, a page at a time, while others come and go.
///
/// They are asked for in the order of their ids, so that what is new comes last. Each page begins with the comment with
/// which the one before it ended: where it begins behind that, one was removed meanwhile and others have moved up,
/// maybe past the border. Then all is read again, and what was seen already is passed over.
struct WordPressCommentPages {
    private static let perPage = 100
    private static let maximumComments = 1_000_000
    private static let maximumRounds = 3

    private let web: WordPressWeb
    private let site: WordPressSite
    private let post: Int
    /// The ids, so that none comes twice: a few bytes each, and nothing else is kept.
    private var seen: Set<Int> = []
    /// Hashes of those that cannot be read.
    private var unreadable: Set<Int> = []
    private var total: Int?
    private var count: Int { seen.count + unreadable.count }

    init(web: WordPressWeb, site: WordPressSite, post: Int) {
        self.web = web
        self.site = site
        self.post = post
    }

    /// The page that begins after so many comments.
    ///
    /// - Throws: ``WordPressSource/ReadError``.
    func page(from offset: Int) async throws -> WordPressCommentPage {
        let query = """
            post=\(post)&per_page=\(Self.perPage)&offset=\(offset)&orderby=id&order=asc\
            &_fields=\(WordPressComment.fields)
            """
        let answer = try await web.json(from: site.address(of: "wp/v2/comments", asking: query))
        guard let page = WordPressCommentPage(answer) else {
            throw WordPressSource.ReadError.unreadable("A page of comments")
        }
        return page
    }

    /// Hands out every comment once; nil for one that cannot be read.
    ///
    /// - Parameter first: The page that begins after none.
    /// - Throws: ``WordPressSource/ReadError/incomplete(read:total:)`` in the end, if some did not come.
    mutating func read(
        startingWith first: WordPressCommentPage,
        _ body: (WordPressComment?) async throws -> Void
    ) async throws {
        var isSettled = try await readRound(startingWith: first, body)
        for _ in 1..<Self.maximumRounds where !isSettled {
            let before = count
            let isSteady = try await readRound(startingWith: try await laterPage(from: 0), body)
            isSettled = isSteady || count == before
        }
        if let total, count < total {
            throw WordPressSource.ReadError.incomplete(read: count, total: total)
        }
    }

    /// - Returns: Whether nothing was removed meanwhile.
    private mutating func readRound(
        startingWith first: WordPressCommentPage,
        _ body: (WordPressComment?) async throws -> Void
    ) async throws -> Bool {
        var (page, offset, isSteady) = (first, 0, true)
        while true {
            let before = count
            if let total, let now = page.total, now < total { isSteady = false }
            total = page.total ?? total
            try await handOut(page, body)
            // Comments behind all that came, or the same ones again and again, are not there.
            let isBeyond = count == before && offset >= count
            let isLast = page.total.map { offset + page.entries.count >= $0 } ?? (page.entries.count < 2)
            if isLast || isBeyond || page.entries.isEmpty { return isSteady }
            offset += max(1, page.entries.count - 1)
            let next = try await laterPage(from: offset)
            if let last = page.lastID, let first = next.firstID, first > last { isSteady = false }
            page = next
        }
    }

    private mutating func handOut(
        _ page: WordPressCommentPage,
        _ body: (WordPressComment?) async throws -> Void
    ) async throws {
        for entry in page.entries {
            switch entry {
            case .comment(let comment) where seen.insert(comment.id).inserted: try await body(comment)
            case .unreadable(let hash) where unreadable.insert(hash).inserted: try await body(nil)
            case .comment, .unreadable: break
            }
        }
        guard count <= Self.maximumComments else {
            throw WordPressSource.ReadError.tooManyComments(limit: Self.maximumComments)
        }
    }

    /// A page after the first: some pieces were handed out already.
    private func laterPage(from offset: Int) async throws -> WordPressCommentPage {
        do {
            return try await page(from: offset)
        } catch let error as WordPressSource.ReadError where error.leavesThePage {
            throw WordPressSource.ReadError.brokenOff(after: count, "\(error)")
        }
    }
}
