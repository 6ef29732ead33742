internal import Discussion

/// One line of JSON Lines as it stands in the file.
struct DiscussionLine: Decodable {
    struct Entry: Decodable {
        let id: LooseID
        let parent: LooseID?
        let author: String?
        let text: String
    }

    let id: LooseID
    let document: String?
    let comments: [Entry]

    var discussion: DiscussionLines.Discussion {
        DiscussionLines.Discussion(id: id.text, document: document ?? "", comments: comments.map(comment))
    }

    private func comment(_ entry: Entry) -> Comment {
        Comment(
            label: CommentLabel(entry.id.text),
            parent: entry.parent.map { CommentLabel($0.text) },
            passage: nil,
            author: entry.author,
            paragraphs: Paragraph.paragraphs(of: entry.text),
            origin: .page,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
    }
}
