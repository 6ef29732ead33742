internal import Discussion
package import struct Foundation.Date

/// What a file says of the archive beside its comments.
package struct ArchiveOptions: Sendable {
    /// What the archive is called.
    package let title: String
    /// The program that writes it.
    package let generator: String
    /// When it is written.
    package let writtenAt: Date
    /// Where the archive's pages begin on the web, `https://example.org/archive/`; nil where they are nowhere.
    package let siteURL: String?
    /// Where on the web a comment of a statement stands, and, for a key that is nil, the statement itself; nil where
    /// that is nowhere.
    package let address: @Sendable (_ statement: Int, _ key: String?) -> String?

    package init(
        title: String,
        generator: String,
        writtenAt: Date,
        siteURL: String?,
        address: @escaping @Sendable (_ statement: Int, _ key: String?) -> String?
    ) {
        self.title = title
        self.generator = generator
        self.writtenAt = writtenAt
        self.siteURL = siteURL
        self.address = address
    }

    /// By which others know a comment, or a statement: its address. Where it has none, a `tag:` that is unique within
    /// the archive.
    func identifier(of statement: Int, _ key: String? = nil) -> String {
        address(statement, key) ?? tag("s\(statement)" + (key.map { "/\($0)" } ?? ""))
    }

    /// By which the feed, or another whole, is known.
    func tag(_ name: String) -> String { "tag:rapporteur.invalid,2026:\(name)" }

    /// Where a statement is read: where it was published, or else in the archive.
    func page(of statement: PublishedStatement) -> String? {
        statement.statement.sourceURL ?? address(statement.number, nil)
    }
}
