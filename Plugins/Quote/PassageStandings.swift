internal import PluginAPI

/// Finds the passages of comments in the latest text: a comment stays on the words that it was written about, and texts
/// change.
struct PassageStandings {
    private let page: Page
    /// Former texts that were looked into, by number.
    private var former: [Int: Statement] = [:]

    init(on page: Page) {
        self.page = page
    }

    /// nil for a comment that is on no passage.
    mutating func standing(of comment: Comment) async throws -> PassageStanding? {
        guard let passage = comment.passage else { return nil }
        guard let latest = page.statement.revision, let number = comment.revision, number < latest.number,
            let text = try await text(number)
        else { return .same(passage) }
        switch Self.resolution(of: passage, in: text, now: page.statement) {
        case .exact: return .same(passage)
        case .moved(let place): return .moved(from: passage, to: place)
        case .gone(let copies): return .gone(from: passage, revision: number, copies: copies)
        }
    }

    private static func resolution(
        of passage: PassageReference,
        in former: Statement,
        now latest: Statement
    ) -> Resolution {
        do {
            return latest.resolution(of: try former.quotation(of: passage))
        } catch {
            return .gone(copies: 0)  // a passage that its own text does not have
        }
    }

    private mutating func text(_ number: Int) async throws -> Statement? {
        if let known = former[number] { return known }
        let text = try await page.discussion.statement(revision: number)
        former[number] = text
        return text
    }
}
