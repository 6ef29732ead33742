package import struct Foundation.Date

/// What the pages say beside the archive.
package struct SiteSettings: Sendable {
    /// The name of the whole archive: `Archive of the discussion group`.
    package let title: String
    /// Where the site will be, `https://example.org/archive/`; nil where nobody knows, and then feeds name their entries
    /// by numbers, and the page for paths that do not exist has links that work at the top only.
    package let address: String?
    /// When the archive was read; it stands at the foot of each page.
    package let writtenAt: Date
    /// The language of most of people's words, `en`; nil where they are of many.
    package let language: String?
    /// Whether each comment also has a page of its own, whose address stays whatever becomes of the thread. For a site
    /// made of files that is one more file a comment.
    package let hasPageForEachComment: Bool
    /// By the number of the statement.
    package let summaries: [Int: SiteSummary]

    package init(
        title: String,
        address: String?,
        writtenAt: Date,
        language: String?,
        hasPageForEachComment: Bool,
        summaries: [Int: SiteSummary]
    ) {
        self.title = title.isEmpty ? "Archive" : title
        self.address = address.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        self.writtenAt = writtenAt
        self.language = language
        self.hasPageForEachComment = hasPageForEachComment
        self.summaries = summaries
    }
}
