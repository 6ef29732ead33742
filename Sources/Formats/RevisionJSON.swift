internal import Discussion
internal import Foundation

/// Which text of a statement it is.
struct RevisionJSON: Encodable {
    let number: Int
    let importedAt: OrNull<String>
    let sha256: String

    enum CodingKeys: String, CodingKey {
        case number
        case importedAt = "imported_at"
        case sha256
    }

    init(_ revision: StatementRevision) {
        number = revision.number
        importedAt = OrNull(revision.importedAt?.formatted(.iso8601))
        sha256 = revision.digest
    }
}
