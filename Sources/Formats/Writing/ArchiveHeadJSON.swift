internal import Foundation

/// The first line of an archive: what file it is.
struct ArchiveHeadJSON: Encodable {
    let type = "archive"
    /// Of the format. Keys may come without a new one; none goes or changes its meaning.
    let version = 1
    let title: String
    let generator: String
    let writtenAt: OrNull<String>

    enum CodingKeys: String, CodingKey {
        case type, version, title, generator
        case writtenAt = "written_at"
    }

    init(_ options: ArchiveOptions) {
        title = options.title
        generator = options.generator
        writtenAt = OrNull(options.writtenAt.rfc3339)
    }
}
