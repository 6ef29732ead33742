package import Discussion

/// A comment as it stands on a page.
///
/// - Parameters:
///   - text: A line a paragraph.
///   - isRemoved: Whether only its place is left; the text is empty then.
package func pageComment(
    _ label: String,
    _ text: String,
    parent: String? = nil,
    by author: String? = nil,
    isRemoved: Bool = false
) -> Comment {
    Comment(
        label: CommentLabel(label),
        parent: parent.map { CommentLabel($0) },
        passage: nil,
        author: author,
        paragraphs: Paragraph.paragraphs(of: text),
        origin: .page,
        writtenAt: nil,
        isEdited: false,
        isRemoved: isRemoved
    )
}
