internal import PluginAPI

/// A comment of a page.
struct PageComment {
    /// The number of the statement that it stands below.
    let statement: Int
    var comment: Comment

    /// A comment as it came with the first revision of a statement.
    init(_ comment: Comment, below statement: Int) {
        self.statement = statement
        self.comment = comment.with(
            revision: comment.revision ?? 1,
            statement: statement,
            source: WordSource(origin: .page, id: "\(statement)/\(comment.label.rawValue)"),
            reactions: comment.reactions
        )
    }

    /// The words go, the place stays.
    mutating func removeWords() {
        comment = Comment(
            label: comment.label,
            parent: comment.parent,
            passage: comment.passage,
            author: nil,
            paragraphs: [],
            origin: .page,
            writtenAt: comment.writtenAt,
            isEdited: false,
            isRemoved: true,
            revision: comment.revision,
            statement: statement,
            source: comment.source
        )
    }
}

extension Comment {
    /// The same comment with what a store knows of it.
    func with(revision: Int?, statement: Int?, source: WordSource?, reactions: [Reaction]) -> Comment {
        Comment(
            label: label,
            parent: parent,
            passage: passage,
            author: author,
            paragraphs: paragraphs,
            origin: origin,
            writtenAt: writtenAt,
            isEdited: isEdited,
            isRemoved: isRemoved,
            reactions: reactions,
            revision: revision,
            statement: statement,
            source: source
        )
    }
}
