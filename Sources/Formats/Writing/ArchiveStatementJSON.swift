internal import Discussion
internal import Foundation

/// A statement as a line of an archive. Its number is 0 where it only stands for rooms that follow none.
struct ArchiveStatementJSON: Encodable {
    struct Revision: Encodable {
        let number: Int
        let importedAt: OrNull<String>
        /// SHA-256 of the file that it was read from.
        let digest: String

        enum CodingKeys: String, CodingKey {
            case number
            case importedAt = "imported_at"
            case digest
        }
    }

    let type = "statement"
    let number: Int
    let title: String
    let standfirst: OrNull<String>
    let caption: OrNull<String>
    let paragraphs: [String]
    let publisher: OrNull<String>
    let sourceURL: OrNull<String>
    let revision: OrNull<Revision>

    enum CodingKeys: String, CodingKey {
        case type, number, title, standfirst, caption, paragraphs, publisher
        case sourceURL = "source_url"
        case revision
    }

    init(_ published: PublishedStatement) {
        let statement = published.statement
        number = published.number
        title = statement.title
        standfirst = OrNull(statement.standfirst)
        caption = OrNull(statement.caption?.text)
        paragraphs = statement.paragraphs.map(\.text)
        publisher = OrNull(statement.publisher)
        sourceURL = OrNull(statement.sourceURL)
        revision = OrNull(
            statement.revision.map { revision in
                Revision(
                    number: revision.number,
                    importedAt: OrNull(revision.importedAt?.rfc3339),
                    digest: revision.digest
                )
            }
        )
    }
}
