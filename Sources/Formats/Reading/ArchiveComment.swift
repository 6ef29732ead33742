internal import Discussion

/// A comment as it stands in an archive of ours.
struct ArchiveComment: Decodable {
    /// The number of the statement that it is about.
    let statement: Int
    private let id: String
    private let parent: String?
    private let author: String?
    private let passage: String?
    private let writtenAt: String?
    private let edited: Bool?
    private let removed: Bool?
    private let paragraphs: [String]

    private enum CodingKeys: String, CodingKey {
        case statement, id, parent, author, passage, edited, removed, paragraphs
        case writtenAt = "written_at"
    }

    /// The comment, or why there is none.
    var pieces: [SourcePiece] {
        guard let name = SourceID.named(id) else {
            return [.remark(SourceRemark(.commentWithoutID, at: author ?? ""))]
        }
        let isRemoved = removed ?? false
        let words = isRemoved ? [] : paragraphs.map(\.readable).filter(\.hasWords)
        if words.isEmpty, !isRemoved { return [.remark(SourceRemark(.commentWithoutWords, at: name))] }
        guard words.reduce(0, { $0 + $1.utf8.count }) <= SourceLimits.commentBytes else {
            return [.remark(SourceRemark(.commentTooLong, at: name))]
        }
        let written = SourceDate.reading(writtenAt, at: name)
        let comment = SourceComment(
            id: name,
            parent: SourceID.named(parent),
            author: author?.foldedLine,
            paragraphs: words,
            writtenAt: written.instant,
            passage: passage?.foldedLine,
            isEdited: edited ?? false
        )
        return written.remarks + [.comment(comment)]
    }
}
