public import struct Foundation.Date

/// Which text of a statement it is: texts change after they were published, and each import of a changed one makes
/// a new revision.
public struct StatementRevision: Hashable, Sendable, Codable {
    /// Its number among the revisions of its statement, from 1.
    public let number: Int
    /// When it was imported; nil where nobody wrote that down.
    public let importedAt: Date?
    /// SHA-256 of the file that it was read from, in hexadecimal digits.
    public let digest: String

    /// A revision as it is known to a store.
    public init(number: Int, importedAt: Date?, digest: String) {
        self.number = number
        self.importedAt = importedAt
        self.digest = digest
    }
}
