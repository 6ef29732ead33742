internal import PluginAPI

/// Says where the passages of comments are: a comment stays on the words that it was written about, and texts change.
struct PassagePlaces {
    private let page: Page
    /// Earlier texts that were looked into, by number.
    private var earlier: [Int: Statement] = [:]

    init(of page: Page) {
        self.page = page
    }

    /// `4.1`, `5.1 (4.1 when it was written)`, `4.1 of revision 1, whose words are gone`; nil for a comment that is on no
    /// passage.
    mutating func words(for comment: Comment) async throws -> String? {
        comment.passage.map { "\($0)" }
    }

    /// `It is about 4.1.`; nil for a comment that is on no passage.
    mutating func sentence(for comment: Comment) async throws -> String? {
        if let passage = comment.passage, let title = try await page.otherTitle(for: comment) {
            return "It is about \(passage) of \"\(title.repeated(upTo: 100))\"."
        }
        return try await words(for: comment).map { "It is about \($0)." }
    }
}
