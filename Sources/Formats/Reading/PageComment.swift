internal import Discussion

/// A comment as a page tells it in one of the ways there are.
struct PageComment {
    var id: String?
    var parent: String?
    var author: String?
    /// As it stands there.
    var date: String?
    /// nil where they were made to do harm.
    var paragraphs: [String]?
    var isPing = false
    var isApproved = true

    /// Its author and words, by which it is known where it has no id.
    var wording: [String] { [author ?? ""] + (paragraphs ?? []) }

    /// The comment, or why there is none.
    var pieces: [SourcePiece] {
        guard let id else { return [.remark(SourceRemark(.commentWithoutID, at: author ?? ""))] }
        if isPing { return [.remark(SourceRemark(.pingback, at: id))] }
        guard isApproved else { return [.remark(SourceRemark(.commentNotApproved, at: id))] }
        guard let paragraphs, paragraphs.reduce(0, { $0 + $1.utf8.count }) <= SourceLimits.commentBytes else {
            return [.remark(SourceRemark(.commentTooLong, at: id))]
        }
        if paragraphs.isEmpty { return [.remark(SourceRemark(.commentWithoutWords, at: id))] }
        let written = SourceDate.reading(date, at: id)
        let comment = SourceComment(
            id: id,
            parent: parent,
            author: author,
            paragraphs: paragraphs,
            writtenAt: written.instant
        )
        return written.remarks + [.comment(comment)]
    }
}
